// How page and canvas exchange bytes with the shell: it takes a block with module_alloc, fills it, calls, and
// gives it back with module_free; what a call answers is a Reply. web/src/base/module_memory.ts is the other
// side. (The worker wipes what it was given, and has a buffer of its own for that.)
#pragma once

#include "bridge/reply.hpp"

#include <cstdlib>
#include <emscripten.h>

extern "C" {

EMSCRIPTEN_KEEPALIVE inline void* module_alloc(std::size_t size) { return std::malloc(size == 0 ? 1 : size); }

EMSCRIPTEN_KEEPALIVE inline void module_free(void* block) { std::free(block); }

} // extern "C"
