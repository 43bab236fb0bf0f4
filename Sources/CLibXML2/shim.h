#ifndef COUNTERWEIGHT_CLIBXML2_SHIM_H
#define COUNTERWEIGHT_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
// ICU types of libxml2 clash with Foundation's own in test targets.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

/// `xmlFree` is a mutable global, which Swift 6 does not let us read.
static inline void cw_xml_free(void *pointer) { xmlFree(pointer); }

#endif
