/* A wake-up that another thread's poll(2) can see: an eventfd where there is one, a pipe elsewhere.
   Swift's Glibc module leaves eventfd out. */
#ifndef PGDECK_WAKEUP_H
#define PGDECK_WAKEUP_H

/* Both ends are the same descriptor where an eventfd is used. */
struct pgdeck_wakeup {
    int read_end;
    int write_end;
};

/* 0, or an errno. Both ends are non-blocking and closed on exec. */
int pgdeck_wakeup_open(struct pgdeck_wakeup *wakeup);
/* Makes the read end readable until it is cleared. Safe from any thread and from a signal handler. */
void pgdeck_wakeup_signal(const struct pgdeck_wakeup *wakeup);
void pgdeck_wakeup_clear(const struct pgdeck_wakeup *wakeup);
void pgdeck_wakeup_close(const struct pgdeck_wakeup *wakeup);
#endif
