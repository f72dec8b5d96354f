// pli_carte.json as it comes back from the user's disk.
#include "core/document/card_file.hpp"
#include "fuzz/target.hpp"

using namespace pli;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Card& card = *fuzz::shipped_pack().card;
    const auto answers = read_card(card, text_of({data, size}), fuzz::today);
    if (!answers) return 0;
    const auto written = write_card(card, answers.value(), fuzz::today);
    fuzz::require(written.ok(), "what is read can be written again");
    const auto again = read_card(card, written.value(), fuzz::today);
    fuzz::require(again.ok() && again.value() == answers.value(), "answers are kept");
    return 0;
}
