// Dear ImGui’s own formatting functions, which may be replaced: nothing here prints a float, and the C library’s code
// for it, with 128-bit arithmetic, costs 15 kB.
#include <cstdarg>
#include <cstddef>

#include <imgui.h>
#include <imgui_internal.h>

extern "C" int vsniprintf(char* buffer, std::size_t size, const char* format, va_list arguments); // Emscripten's own

int ImFormatStringV(char* buffer, std::size_t size, const char* format, va_list arguments) {
    const int wanted = vsniprintf(buffer, size, format, arguments);
    if (buffer == nullptr) return wanted;
    const int last = static_cast<int>(size) - 1;
    return wanted < 0 || wanted > last ? last : wanted;
}

int ImFormatString(char* buffer, std::size_t size, const char* format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const int written = ImFormatStringV(buffer, size, format, arguments);
    va_end(arguments);
    return written;
}
