#include "process_environment.h"

extern char **environ;

char *const *pgdeck_environment(void) { return environ; }
