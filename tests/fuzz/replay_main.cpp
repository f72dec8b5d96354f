// Runs a fuzz target over the inputs that are kept: every file in the folders given. A target that no input
// reaches proves nothing, so that is a failure.
#include "fuzz/target.hpp"
#include "native/files.hpp"

int main(int argument_count, char** arguments) {
    std::size_t replayed = 0;
    for (int i = 1; i < argument_count; ++i) {
        for (const std::string& path : pli::files_in(arguments[i])) {
            const auto content = pli::read_file(path);
            pli::fuzz::require(content.ok(), "every seed can be read");
            std::fprintf(stderr, "%s\n", path.c_str()); // the last one named is the one that failed
            const pli::ByteView bytes = pli::bytes_of(content.value());
            LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
            ++replayed;
        }
    }
    std::printf("%zu seeds replayed\n", replayed);
    return replayed > 0 ? 0 : 1;
}
