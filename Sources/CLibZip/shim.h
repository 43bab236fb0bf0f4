#ifndef COUNTERWEIGHT_CLIBZIP_SHIM_H
#define COUNTERWEIGHT_CLIBZIP_SHIM_H

#include <zip.h>

#endif
