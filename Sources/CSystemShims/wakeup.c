#include "wakeup.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/eventfd.h>

int pgdeck_wakeup_open(struct pgdeck_wakeup *wakeup) {
    int descriptor = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    if (descriptor < 0) return errno;
    wakeup->read_end = wakeup->write_end = descriptor;
    return 0;
}
#else
int pgdeck_wakeup_open(struct pgdeck_wakeup *wakeup) {
    int ends[2];
    if (pipe(ends) != 0) return errno;
    for (int index = 0; index < 2; index++) {
        fcntl(ends[index], F_SETFD, FD_CLOEXEC);
        fcntl(ends[index], F_SETFL, O_NONBLOCK);
    }
    wakeup->read_end = ends[0];
    wakeup->write_end = ends[1];
    return 0;
}
#endif

void pgdeck_wakeup_signal(const struct pgdeck_wakeup *wakeup) {
    int before = errno;
    uint64_t one = 1;
    /* A full counter or pipe is readable already, so that failure is no loss. */
    while (write(wakeup->write_end, &one, sizeof one) < 0 && errno == EINTR) {
    }
    errno = before;
}

void pgdeck_wakeup_clear(const struct pgdeck_wakeup *wakeup) {
    char discarded[512];
    ssize_t count;
    do {
        count = read(wakeup->read_end, discarded, sizeof discarded);
    } while (count == (ssize_t)sizeof discarded || (count < 0 && errno == EINTR));
}

void pgdeck_wakeup_close(const struct pgdeck_wakeup *wakeup) {
    close(wakeup->read_end);
    if (wakeup->write_end != wakeup->read_end) close(wakeup->write_end);
}
