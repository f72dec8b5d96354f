#include "core/seal/age_input.hpp"

#include <string_view>

namespace pli {

Status AgeInput::push(ByteView bytes, Bytes& out) {
    if (bytes.empty()) return done();
    if (form_ == Form::Unknown) {
        // A binary file starts with its name; armor with a dash or with white space before it.
        constexpr std::string_view armor_starts = "- \t\r\n";
        const bool armored = armor_starts.find(static_cast<char>(bytes.front())) != std::string_view::npos;
        form_ = armored ? Form::Armored : Form::Binary;
    }
    if (form_ == Form::Armored) return judged(armor_.push(bytes, out));
    out.insert(out.end(), bytes.begin(), bytes.end());
    return done();
}

Status AgeInput::finish(Bytes& out) { return form_ == Form::Armored ? judged(armor_.finish(out)) : done(); }

Status AgeInput::judged(Status status) const {
    if (status.ok() || armor_.begun()) return status;
    return Error{"seal.not-age", {}, {}};
}

} // namespace pli
