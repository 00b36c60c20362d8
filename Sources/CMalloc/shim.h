#ifndef TROUSSE_MALLOC_SHIM_H
#define TROUSSE_MALLOC_SHIM_H
// Swift's module of the C library leaves this header out.
#include <malloc.h>
#endif
