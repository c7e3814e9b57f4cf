#include "include/terminal_guard.h"
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS, SIGXCPU, SIGXFSZ};
#define FATAL_COUNT (sizeof fatal / sizeof fatal[0])

static struct termios initial;
static int has_initial;
static volatile sig_atomic_t is_armed;
static char restoring[512];
static size_t restoring_length;
static struct sigaction previous[FATAL_COUNT];
/* The terminal behind stderr, and the unlinked file that stands in for it; -1 where stderr is left alone. */
static int real_stderr = -1;
static int held_stderr = -1;

__attribute__((constructor)) static void save_terminal(void) {
    has_initial = tcgetattr(STDIN_FILENO, &initial) == 0;
}

static void write_all(int descriptor, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t written = write(descriptor, bytes, length);
        if (written <= 0) return;
        bytes += written;
        length -= (size_t)written;
    }
}

/* A message on stderr (a failed precondition, a library's complaint) would be drawn over and lost with the alternate screen. */
static void hold_stderr(void) {
    const char *folder = getenv("TMPDIR");
    char path[256];
    if (!isatty(STDERR_FILENO)) return;
    int length = snprintf(path, sizeof path, "%s/pgdeck.XXXXXX", folder && *folder ? folder : "/tmp");
    if (length < 0 || (size_t)length >= sizeof path) return;
    held_stderr = mkstemp(path);
    if (held_stderr < 0) return;
    unlink(path);
    fcntl(held_stderr, F_SETFD, FD_CLOEXEC);
    fcntl(held_stderr, F_SETFL, O_APPEND);
    real_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (real_stderr < 0 || dup2(held_stderr, STDERR_FILENO) < 0) {
        close(held_stderr);
        held_stderr = -1;
    }
}

/* Calls only what a signal handler may call. */
static void release_stderr(void) {
    enum { most = 65536 };
    char bytes[1024];
    ssize_t count;
    if (held_stderr < 0) return;
    dup2(real_stderr, STDERR_FILENO);
    close(real_stderr);
    off_t end = lseek(held_stderr, 0, SEEK_END);
    lseek(held_stderr, end > most ? end - most : 0, SEEK_SET);
    while ((count = read(held_stderr, bytes, sizeof bytes)) > 0) write_all(STDERR_FILENO, bytes, (size_t)count);
    close(held_stderr);
    held_stderr = -1;
}

static void give_back(void) {
    is_armed = 0;
    write_all(STDOUT_FILENO, restoring, restoring_length);
    if (has_initial) tcsetattr(STDIN_FILENO, TCSANOW, &initial);
    release_stderr();
}

/* Installed with SA_RESETHAND and SA_NODEFER: raising again takes the default action. */
static void on_fatal(int number) {
    if (is_armed) give_back();
    raise(number);
}

static void at_exit(void) { pgdeck_terminal_guard_restore(); }

void pgdeck_terminal_guard_arm(const char *sequence, size_t length) {
    static int is_registered;
    static char stack[64 * 1024];
    struct sigaction action;
    restoring_length = length < sizeof restoring ? length : sizeof restoring;
    memcpy(restoring, sequence, restoring_length);
    if (is_armed) return;
    if (!is_registered) {
        stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
        is_registered = atexit(at_exit) == 0;
        /* So that a stack overflow of this thread can be handled too. */
        sigaltstack(&alternate, NULL);
    }
    memset(&action, 0, sizeof action);
    action.sa_handler = on_fatal;
    action.sa_flags = (int)(SA_RESETHAND | SA_NODEFER | SA_ONSTACK);
    for (size_t i = 0; i < FATAL_COUNT; i++) {
        sigaction(fatal[i], NULL, &previous[i]);
        if (previous[i].sa_handler != SIG_IGN) sigaction(fatal[i], &action, NULL);
    }
    hold_stderr();
    is_armed = 1;
}

void pgdeck_terminal_guard_disarm(void) {
    if (!is_armed) return;
    is_armed = 0;
    for (size_t i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &previous[i], NULL);
    release_stderr();
}

void pgdeck_terminal_guard_restore(void) {
    if (!is_armed) return;
    give_back();
    for (size_t i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &previous[i], NULL);
}

int pgdeck_terminal_size(int descriptor, int *columns, int *rows) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return -1;
    *columns = size.ws_col;
    *rows = size.ws_row;
    return 0;
}
