/* How soon freed memory goes back to the system. */
#ifndef PGDECK_MEMORY_RETURN_H
#define PGDECK_MEMORY_RETURN_H

/* One arena, and freed memory above 128 kB returned at once: a list of 100,000 rows read twice must not keep the room of both. Does
   nothing where the C library is not glibc. Call it before the first thread starts. */
void pgdeck_memory_return_early(void);
#endif
