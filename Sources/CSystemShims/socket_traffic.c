#include "socket_traffic.h"

#include <stddef.h>
#include <string.h>
#include <sys/socket.h>

#ifdef __linux__
#include <linux/tcp.h>
#include <netinet/in.h>
#else
#include <netinet/in.h>
#include <netinet/tcp.h>
#endif

int pgdeck_socket_traffic(int descriptor, uint64_t *sent, uint64_t *received) {
#ifdef __linux__
    struct tcp_info info;
    socklen_t size = sizeof info;
    memset(&info, 0, sizeof info);
    if (getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) != 0) return -1;
    /* A kernel fills in what it knows: these two are there from 4.1 on. What was sent counts as soon as it is acknowledged. */
    if (size < offsetof(struct tcp_info, tcpi_bytes_received) + sizeof info.tcpi_bytes_received) return -1;
    *sent = info.tcpi_bytes_acked;
    *received = info.tcpi_bytes_received;
    return 0;
#elif defined(TCP_CONNECTION_INFO)
    struct tcp_connection_info info;
    socklen_t size = sizeof info;
    memset(&info, 0, sizeof info);
    if (getsockopt(descriptor, IPPROTO_TCP, TCP_CONNECTION_INFO, &info, &size) != 0) return -1;
    *sent = info.tcpi_txbytes - info.tcpi_txretransmitbytes;
    *received = info.tcpi_rxbytes;
    return 0;
#else
    (void)descriptor, (void)sent, (void)received;
    return -1;
#endif
}
