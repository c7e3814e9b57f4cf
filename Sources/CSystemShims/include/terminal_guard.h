/* Gives the terminal back on ways out that no program code sees: a crash, and exit() from anywhere. */
#ifndef PGDECK_TERMINAL_GUARD_H
#define PGDECK_TERMINAL_GUARD_H
#include <stddef.h>

/* Call it when the terminal has been taken, and again when the sequence changes. `sequence` is what makes the
   terminal as it was; its settings (termios) are those of the start of the process. While armed, ILL TRAP ABRT SEGV BUS FPE SYS XCPU
   XFSZ (but those that the process ignores) restore the terminal and end the process by the default action (so Swift's backtracer, which
   would wait for a key, does not run), and what is written to a stderr that is a terminal is held back. */
void pgdeck_terminal_guard_arm(const char *sequence, size_t length);

/* Call it when the terminal has been given back in the ordinary way; writes what stderr was told meanwhile. Does nothing where not
   armed. */
void pgdeck_terminal_guard_disarm(void);

/* Gives the terminal back and disarms. Does nothing where not armed. */
void pgdeck_terminal_guard_restore(void);

/* The columns and rows of the terminal on a descriptor. Returns 0, or -1 where it tells none. */
int pgdeck_terminal_size(int descriptor, int *columns, int *rows);
#endif
