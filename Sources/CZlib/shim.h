#ifndef TROUSSE_ZLIB_SHIM_H
#define TROUSSE_ZLIB_SHIM_H
#include <zlib.h>
#endif
