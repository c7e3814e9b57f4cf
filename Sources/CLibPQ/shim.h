/* libpq as Swift sees it. The PG_DIAG_* field codes are character macros, which Swift does not import. */
#ifndef PGDECK_CLIBPQ_SHIM_H
#define PGDECK_CLIBPQ_SHIM_H
#include <libpq-fe.h>

static const int pgdeck_diag_severity = PG_DIAG_SEVERITY_NONLOCALIZED;
static const int pgdeck_diag_sqlstate = PG_DIAG_SQLSTATE;
static const int pgdeck_diag_message_primary = PG_DIAG_MESSAGE_PRIMARY;
static const int pgdeck_diag_message_detail = PG_DIAG_MESSAGE_DETAIL;
static const int pgdeck_diag_message_hint = PG_DIAG_MESSAGE_HINT;
static const int pgdeck_diag_statement_position = PG_DIAG_STATEMENT_POSITION;

/* A Sync that waits in the output buffer where the library can do that (17), so that a unit leaves in one piece. */
static inline int pgdeck_send_sync(PGconn *connection) {
#ifdef LIBPQ_HAS_SEND_PIPELINE_SYNC
    return PQsendPipelineSync(connection);
#else
    return PQpipelineSync(connection);
#endif
}

/* A request to cancel what a connection is doing: made on the connection's thread, sent (which blocks) from any, freed once.
   From libpq 17 it travels encrypted as the connection does; before, in plain text. */
#ifdef LIBPQ_HAS_ASYNC_CANCEL
typedef PGcancelConn pgdeck_cancel;
static inline pgdeck_cancel *pgdeck_cancel_create(PGconn *connection) { return PQcancelCreate(connection); }
static inline int pgdeck_cancel_send(pgdeck_cancel *request) { return PQcancelBlocking(request); }
static inline void pgdeck_cancel_free(pgdeck_cancel *request) { PQcancelFinish(request); }
#else
typedef PGcancel pgdeck_cancel;
static inline pgdeck_cancel *pgdeck_cancel_create(PGconn *connection) { return PQgetCancel(connection); }
static inline int pgdeck_cancel_send(pgdeck_cancel *request) {
    char reason[256];
    return PQcancel(request, reason, sizeof reason);
}
static inline void pgdeck_cancel_free(pgdeck_cancel *request) { PQfreeCancel(request); }
#endif
#endif
