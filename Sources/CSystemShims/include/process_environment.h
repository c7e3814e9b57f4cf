/* The environment of the process as the C library has it, which Swift imports as a global variable that no two threads may share. */
#ifndef PGDECK_PROCESS_ENVIRONMENT_H
#define PGDECK_PROCESS_ENVIRONMENT_H

/* "NAME=value" each, the last one NULL; NULL where there is none. Valid until the environment is changed. */
char *const *pgdeck_environment(void);
#endif
