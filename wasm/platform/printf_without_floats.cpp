// Text formatting without floating point: nothing here prints a float, and the C library's code for it
// (with 128-bit arithmetic) costs 15 kB. nlohmann/json and Dear ImGui format integers only.
#include <cstdarg>
#include <cstddef>

extern "C" int vsniprintf(char* buffer, std::size_t size, const char* format, va_list arguments); // Emscripten's own

extern "C" int snprintf(char* buffer, std::size_t size, const char* format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const int wanted = vsniprintf(buffer, size, format, arguments);
    va_end(arguments);
    return wanted;
}
