#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1
#include "tls_session.h"

#include <dlfcn.h>
#include <string.h>
#include <time.h>

/* SSL_ERROR_WANT_READ and SSL_ERROR_WANT_WRITE of ssl.h. */
enum { wants_read = 2, wants_write = 3 };

static void *function(const char *name) { return dlsym(RTLD_DEFAULT, name); }

static bool seconds_since_1970(const void *time, int64_t *seconds) {
    int (*to_tm)(const void *, struct tm *) = function("ASN1_TIME_to_tm");
    struct tm parts;
    memset(&parts, 0, sizeof parts);
    if (!to_tm || !time || to_tm(time, &parts) != 1) return false;
    *seconds = timegm(&parts);
    return true;
}

bool pgdeck_tls_certificate(void *session, pgdeck_certificate *certificate) {
    /* Its name until OpenSSL 3 had no 1. */
    void *(*peer_certificate)(const void *) = function("SSL_get1_peer_certificate");
    if (!peer_certificate) peer_certificate = function("SSL_get_peer_certificate");
    const void *(*not_before)(const void *) = function("X509_get0_notBefore");
    const void *(*not_after)(const void *) = function("X509_get0_notAfter");
    const void *(*subject)(const void *) = function("X509_get_subject_name");
    const void *(*issuer)(const void *) = function("X509_get_issuer_name");
    char *(*one_line)(const void *, char *, int) = function("X509_NAME_oneline");
    void (*release)(void *) = function("X509_free");
    if (!peer_certificate || !not_before || !not_after || !subject || !issuer || !one_line || !release) return false;

    void *found = peer_certificate(session);
    if (!found) return false;
    memset(certificate, 0, sizeof *certificate);
    one_line(subject(found), certificate->subject, sizeof certificate->subject);
    one_line(issuer(found), certificate->issuer, sizeof certificate->issuer);
    bool is_complete = seconds_since_1970(not_before(found), &certificate->not_before) &&
                       seconds_since_1970(not_after(found), &certificate->not_after);
    release(found);
    return is_complete;
}

int32_t pgdeck_tls_write(void *session, const void *bytes, int32_t count) {
    int (*write)(void *, const void *, int) = function("SSL_write");
    return write && count > 0 ? write(session, bytes, count) : -1;
}

int32_t pgdeck_tls_read(void *session, void *bytes, int32_t size) {
    int (*read)(void *, void *, int) = function("SSL_read");
    int (*reason)(const void *, int) = function("SSL_get_error");
    if (!read || !reason) return -1;
    int count = read(session, bytes, size);
    if (count > 0) return count;
    int why = reason(session, count);
    return why == wants_read || why == wants_write ? 0 : -1;
}
