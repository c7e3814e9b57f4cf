/* What OpenSSL knows of a TLS session that another library made with it.

   OpenSSL is in the process wherever a library was built with it. Its functions are looked up rather than linked, so that nothing is missed
   where that library has another TLS: every call here then says that it knows nothing. The session is OpenSSL's `SSL *`. */
#ifndef PGDECK_TLS_SESSION_H
#define PGDECK_TLS_SESSION_H
#include <stdbool.h>
#include <stdint.h>

typedef struct {
    /* Names on one line, cut to fit. */
    char subject[256];
    char issuer[256];
    /* Seconds since 1970. */
    int64_t not_before;
    int64_t not_after;
} pgdeck_certificate;

/* The other end's certificate, believed or not. */
bool pgdeck_tls_certificate(void *session, pgdeck_certificate *certificate);

/* How many bytes were taken; -1 where none could be. */
int32_t pgdeck_tls_write(void *session, const void *bytes, int32_t count);

/* How many bytes came; 0 where the socket has to be waited for, -1 at the end. */
int32_t pgdeck_tls_read(void *session, void *bytes, int32_t size);
#endif
