// What the C library reads and writes of numbers, as far as the page needs it, which is not at all. Together with its
// 128-bit arithmetic it would cost the first visit 8 kB (brotli).
//   strtod and its like: nlohmann/json asks for them wherever a number has a point or an exponent. No document, pack
//     or message holds one: whoever reads JSON takes whole numbers only (is_number_integer) and refuses the others.
//   snprintf: nlohmann/json formats with it the character that a parse error quotes. Our errors quote nothing.
#include <cstddef>
#include <cstring>

namespace {

/// Where a number ends, as the C library says it; its value is never looked at.
int skip_number(const char* text, char** end) {
    if (end != nullptr) *end = const_cast<char*>(text) + std::strspn(text, "+-.0123456789eE");
    return 0;
}

} // namespace

extern "C" float strtof(const char* text, char** end) { return static_cast<float>(skip_number(text, end)); }
extern "C" double strtod(const char* text, char** end) { return skip_number(text, end); }
extern "C" long double strtold(const char* text, char** end) { return skip_number(text, end); }

extern "C" int snprintf(char* buffer, std::size_t size, const char* /*format*/, ...) {
    if (size > 0) buffer[0] = '\0';
    return 0;
}
