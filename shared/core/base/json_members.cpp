#include "core/base/json_members.hpp"

#include <utility>

namespace pli {

void add_member(Json& object, std::string_view name, const std::string& text) {
    if (!text.empty()) object[std::string(name)] = text;
}

void add_member(Json& object, std::string_view name, const Date& day) { object[std::string(name)] = iso_date(day); }

void add_member(Json& object, std::string_view name, const std::optional<Date>& day) {
    if (day) add_member(object, name, *day);
}

void add_member(Json& object, std::string_view name, Json value) {
    if (!value.empty()) object[std::string(name)] = std::move(value);
}

} // namespace pli
