// A draft as it comes back from the browser's storage or from a file.
#include "core/document/draft_file.hpp"
#include "fuzz/target.hpp"

using namespace pli;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto draft = read_draft(fuzz::shipped_pack(), text_of({data, size}));
    if (!draft) return 0;
    const auto written = write_draft(draft.value());
    if (!written) return 0; // larger once it is escaped
    const auto again = read_draft(fuzz::shipped_pack(), written.value());
    fuzz::require(again.ok(), "what is read can be written again");
    fuzz::require(again.value().answers == draft.value().answers, "answers are kept");
    fuzz::require(again.value().left_out == 0, "what had no place is gone");
    return 0;
}
