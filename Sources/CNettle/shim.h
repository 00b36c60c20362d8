#ifndef TROUSSE_NETTLE_SHIM_H
#define TROUSSE_NETTLE_SHIM_H
#include <nettle/sha2.h>
#endif
