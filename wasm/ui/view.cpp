#include "ui/view.hpp"

namespace pli::ui {

semantics::Field hinted(std::string hint) {
    semantics::Field field;
    field.hint = std::move(hint);
    return field;
}

semantics::Field required_field() {
    semantics::Field field;
    field.required = true;
    return field;
}

std::string shown_day(std::string_view iso) {
    const Result<Date> day = parse_iso_date(iso);
    return day ? french_date(day.value()) : std::string(iso);
}

std::string grouped(std::string_view hex) {
    constexpr std::size_t group = 4;
    std::string out;
    for (std::size_t at = 0; at < hex.size(); at += group) {
        if (at > 0) out += ' ';
        out += hex.substr(at, group);
    }
    return out;
}

std::string shown_size(const View& view, std::int64_t bytes) {
    constexpr std::int64_t kilo = 1024;
    if (bytes < kilo) return view.say("taille.octets", {{"n", std::to_string(bytes)}});
    if (bytes < kilo * kilo) return view.say("taille.kilo", {{"n", std::to_string((bytes + kilo - 1) / kilo)}});
    const std::int64_t tenths = bytes * 10 / (kilo * kilo);
    return view.say("taille.mega", {{"n", std::to_string(tenths / 10) + "," + std::to_string(tenths % 10)}});
}

} // namespace pli::ui
