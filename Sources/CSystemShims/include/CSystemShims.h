/* What the platform's Swift module leaves out. */
#ifndef PGDECK_CSYSTEMSHIMS_H
#define PGDECK_CSYSTEMSHIMS_H
#include "wakeup.h"
#include "memory_return.h"
#include "process_environment.h"
#include "scalar_width.h"
#include "signal_descriptor.h"
#include "socket_traffic.h"
#include "terminal_guard.h"
#include "tls_session.h"
#endif
