#include "memory_return.h"

#ifdef __linux__
#include <malloc.h>
#endif

void pgdeck_memory_return_early(void) {
#if defined(__linux__) && defined(M_ARENA_MAX)
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
    mallopt(M_MMAP_THRESHOLD, 1024 * 1024);
#endif
}
