#ifndef COUNTERWEIGHT_CXLSXWRITER_SHIM_H
#define COUNTERWEIGHT_CXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

// Linux's own, from <sys/mman.h>, where only _GNU_SOURCE would show it: a file in memory, because
// the library writes to paths only.
int memfd_create(const char *name, unsigned int flags);

#endif
