/* wcwidth(3), which the platform's Swift module leaves out. */
#ifndef PGDECK_SCALAR_WIDTH_H
#define PGDECK_SCALAR_WIDTH_H
#include <stdint.h>

/* The columns of one Unicode scalar in the locale of the process: 0, 1, 2, or -1 where it cannot be drawn. */
int pgdeck_scalar_width(uint32_t scalar);
#endif
