#define _GNU_SOURCE
#include "memory_return.h"

#ifdef __linux__
#include <malloc.h>
#endif
#if defined(__linux__) && defined(M_ARENA_MAX)
#include <link.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

void pgdeck_memory_return_early(void) {
#if defined(__linux__) && defined(M_ARENA_MAX)
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
    mallopt(M_MMAP_THRESHOLD, 1024 * 1024);
#endif
}

#if defined(__linux__) && defined(M_ARENA_MAX)
/* Whether the loader wrote into its code, which no file has then. */
static int is_patched(struct dl_phdr_info *object) {
    for (int i = 0; i < object->dlpi_phnum; i++) {
        if (object->dlpi_phdr[i].p_type != PT_DYNAMIC) continue;
        const ElfW(Dyn) *entry = (const ElfW(Dyn) *)(object->dlpi_addr + object->dlpi_phdr[i].p_vaddr);
        for (; entry->d_tag != DT_NULL; entry++)
            if (entry->d_tag == DT_TEXTREL || (entry->d_tag == DT_FLAGS && (entry->d_un.d_val & DF_TEXTREL))) return 1;
    }
    return 0;
}

/* Unmaps the pages of what no program writes to; the next use takes them from the file's cache again. */
static int let_go(struct dl_phdr_info *object, size_t size, void *page) {
    (void)size;
    if (strncmp(object->dlpi_name, "linux-", 6) == 0) return 0; /* the kernel's own, which is no file */
    if (is_patched(object)) return 0;
    for (int i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &object->dlpi_phdr[i];
        if (segment->p_type != PT_LOAD || (segment->p_flags & PF_W)) continue;
        uintptr_t start = (object->dlpi_addr + segment->p_vaddr) & ~(*(uintptr_t *)page - 1);
        madvise((void *)start, object->dlpi_addr + segment->p_vaddr + segment->p_memsz - start, MADV_DONTNEED);
    }
    return 0;
}
#endif

void pgdeck_memory_return_now(void) {
#if defined(__linux__) && defined(M_ARENA_MAX)
    malloc_trim(0);
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    dl_iterate_phdr(let_go, &page);
#endif
}
