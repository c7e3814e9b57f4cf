#include "include/signal_descriptor.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/signalfd.h>
#endif

static const int held[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGTSTP, SIGCONT};
#define HELD_COUNT (sizeof held / sizeof held[0])

#ifdef __linux__
static int descriptor = -1;

static void held_set(sigset_t *set) {
    sigemptyset(set);
    for (size_t i = 0; i < HELD_COUNT; i++) sigaddset(set, held[i]);
}

void pgdeck_signals_hold(void) {
    sigset_t set;
    held_set(&set);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
}

int pgdeck_signals_descriptor(void) {
    if (descriptor < 0) {
        sigset_t set;
        held_set(&set);
        descriptor = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    }
    return descriptor;
}

int pgdeck_signals_next(void) {
    struct signalfd_siginfo info;
    return read(descriptor, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}
#else
static int ends[2] = {-1, -1};

static void note(int number) {
    int saved = errno;
    unsigned char byte = (unsigned char)number;
    if (write(ends[1], &byte, 1) < 0) { /* a full pipe already wakes the reader */ }
    errno = saved;
}

static void catch_signal(int number) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = note;
    action.sa_flags = SA_RESTART;
    sigaction(number, &action, NULL);
}

void pgdeck_signals_hold(void) {
    if (ends[0] >= 0 || pipe(ends) != 0) return;
    for (int i = 0; i < 2; i++) {
        fcntl(ends[i], F_SETFL, O_NONBLOCK);
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    }
    for (size_t i = 0; i < HELD_COUNT; i++) {
        struct sigaction present;
        if (sigaction(held[i], NULL, &present) == 0 && present.sa_handler != SIG_IGN) catch_signal(held[i]);
    }
}

int pgdeck_signals_descriptor(void) { return ends[0]; }

int pgdeck_signals_next(void) {
    unsigned char byte;
    return read(ends[0], &byte, 1) == 1 ? byte : 0;
}
#endif

int pgdeck_signals_is_ignored(int number) {
    struct sigaction present;
    return sigaction(number, NULL, &present) == 0 && present.sa_handler == SIG_IGN;
}

void pgdeck_signals_stop_self(void) {
    struct sigaction present, standard;
    sigset_t stop;
    sigaction(SIGTSTP, NULL, &present);
    if (present.sa_handler == SIG_IGN) return;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &standard, NULL);
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    sigset_t mask;
    raise(SIGTSTP);
    pthread_sigmask(SIG_UNBLOCK, &stop, &mask);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    sigaction(SIGTSTP, &present, NULL);
}
