#define _XOPEN_SOURCE 700
#include "include/scalar_width.h"
#include <wchar.h>

int pgdeck_scalar_width(uint32_t scalar) {
    return wcwidth((wchar_t)scalar);
}
