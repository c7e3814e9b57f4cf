#include "process_environment.h"

#ifdef __APPLE__
#include <crt_externs.h>

char *const *pgdeck_environment(void) { return *_NSGetEnviron(); }
#else
extern char **environ;

char *const *pgdeck_environment(void) { return environ; }
#endif
