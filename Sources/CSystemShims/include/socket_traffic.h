/* How much a TCP socket has carried, by the system's own count. The C library's own struct tcp_info ends before these fields. */
#ifndef PGDECK_SOCKET_TRAFFIC_H
#define PGDECK_SOCKET_TRAFFIC_H
#include <stdint.h>

/* Bytes of payload since the socket was opened, without headers and retransmissions. 0, or -1 where the system does not tell: a Unix
   socket, an old kernel. */
int pgdeck_socket_traffic(int descriptor, uint64_t *sent, uint64_t *received);
#endif
