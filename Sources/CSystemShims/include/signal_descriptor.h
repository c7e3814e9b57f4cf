/* The signals of a full-screen program as something to poll: a signalfd on Linux, a self-pipe elsewhere. */
#ifndef PGDECK_SIGNAL_DESCRIPTOR_H
#define PGDECK_SIGNAL_DESCRIPTOR_H

/* Keeps WINCH, TERM, HUP, INT, QUIT, USR1, USR2, ALRM, TSTP and CONT from interrupting anything. Call it before the first thread starts:
   threads inherit it. */
void pgdeck_signals_hold(void);

/* The descriptor that is readable while a held signal waits; -1 with errno on failure. One for the life of the process. */
int pgdeck_signals_descriptor(void);

/* The number of the next waiting signal; 0 where none waits. */
int pgdeck_signals_next(void);

/* Whether the parent made this process ignore the signal: a held one arrives all the same. */
int pgdeck_signals_is_ignored(int number);

/* Stops the process as SIGTSTP does by default, and returns once it is continued; at once where its parent made it ignore SIGTSTP, or
   where no shell is there to continue it. */
void pgdeck_signals_stop_self(void);
#endif
