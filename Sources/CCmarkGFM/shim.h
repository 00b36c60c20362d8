#ifndef TROUSSE_CMARK_GFM_SHIM_H
#define TROUSSE_CMARK_GFM_SHIM_H
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
// The table of character references is not in the public headers above.
#include <cmark-gfm/buffer.h>
#include <cmark-gfm/houdini.h>
#endif
