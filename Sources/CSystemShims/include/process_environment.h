/* The environment of the process: Swift refuses to read `environ`, a global variable. */
#ifndef PGDECK_PROCESS_ENVIRONMENT_H
#define PGDECK_PROCESS_ENVIRONMENT_H

/* "NAME=value" each, the last one NULL; NULL where there is none. Valid until the environment is changed. */
char *const *pgdeck_environment(void);
#endif
