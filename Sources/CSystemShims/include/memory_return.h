/* How soon memory that is not needed goes back to the system. */
#ifndef PGDECK_MEMORY_RETURN_H
#define PGDECK_MEMORY_RETURN_H

/* One arena, and freed memory above 1 MB returned at once: a list of 100,000 rows read twice must not keep the room of both. Less than
   that stays: a surface is as large, and would be mapped anew at each frame. Does nothing where the C library is not glibc. Call it before
   the first thread starts. */
void pgdeck_memory_return_early(void);

/* Gives back what the process holds and will not use soon: freed memory, and the pages of program code, half of which only a start needs.
   What is needed after all is mapped again from the file's cache, a page fault for each 64 kB. Does nothing where the C library is not
   glibc. */
void pgdeck_memory_return_now(void);
#endif
