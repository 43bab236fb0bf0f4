#ifndef COUNTERWEIGHT_CLIBZIP_SHIM_H
#define COUNTERWEIGHT_CLIBZIP_SHIM_H

#include <stdlib.h>
#include <string.h>
#include <zip.h>

/* A source that has a copy of the bytes and frees it; NULL when there is no memory. */
static inline zip_source_t *cw_zip_source_copying(const void *bytes, size_t count) {
  void *copy = malloc(count == 0 ? 1 : count);
  if (copy == NULL) return NULL;
  if (count != 0) memcpy(copy, bytes, count);
  zip_source_t *source = zip_source_buffer_create(copy, count, 1, NULL);
  if (source == NULL) free(copy);
  return source;
}

#endif
