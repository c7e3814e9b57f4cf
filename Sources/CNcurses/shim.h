/* ncursesw as Swift sees it: functions instead of macros, wide characters on. */
#ifndef PGDECK_CNCURSES_SHIM_H
#define PGDECK_CNCURSES_SHIM_H
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <wchar.h>
#include <stdio.h>
#include <ncursesw/curses.h>
#include <ncursesw/term.h>

/* Swift imports neither cast macros nor the global variables of C under strict concurrency. */
static const attr_t pgdeck_bold = WA_BOLD;
static const attr_t pgdeck_dim = WA_DIM;
static const attr_t pgdeck_italic = WA_ITALIC;
static const attr_t pgdeck_underline = WA_UNDERLINE;
static const attr_t pgdeck_reverse = WA_REVERSE;

static inline SCREEN *pgdeck_newterm(const char *type) { return newterm((char *)type, stdout, stdin); }
static inline WINDOW *pgdeck_stdscr(void) { return stdscr; }
static inline WINDOW *pgdeck_curscr(void) { return curscr; }
static inline int pgdeck_colors(void) { return COLORS; }
static inline int pgdeck_color_pairs(void) { return COLOR_PAIRS; }
static inline int pgdeck_lines(void) { return LINES; }
static inline int pgdeck_columns(void) { return COLS; }

/* setcchar for pairs beyond a short, which go by its last argument. */
static inline int pgdeck_set_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
    return setcchar(cell, text, attributes, (short)(pair > 32767 ? 32767 : pair), &pair);
}

/* A terminfo capability; NULL where the terminal has none (terminfo says -1 for a name it does not know). */
static inline const char *pgdeck_terminfo_string(const char *name) {
    char *text = tigetstr((char *)name);
    return text == (char *)-1 ? NULL : text;
}

/* Whether the terminal type is known: 1 yes, 0 unknown or generic, -1 no terminfo database. Never exits, as setupterm would. */
static inline int pgdeck_probe_terminal_type(const char *type, int descriptor) {
    int status = 0;
    setupterm((char *)type, descriptor, &status);
    return status;
}
static inline void pgdeck_forget_terminal_type(void) { del_curterm(cur_term); }
#endif
