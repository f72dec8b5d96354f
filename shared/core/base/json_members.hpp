// Members of the objects that files are made of: one that would be empty is left out, so that there is one text only.
#pragma once

#include "core/base/date.hpp"
#include "core/base/json.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// Sets a member, unless its value is empty; days as "AAAA-MM-JJ".
void add_member(Json& object, std::string_view name, const std::string& text);
void add_member(Json& object, std::string_view name, const Date& day);
void add_member(Json& object, std::string_view name, const std::optional<Date>& day);
void add_member(Json& object, std::string_view name, Json value);

/// The elements of a list, each written by `write`.
template <class Element> Json list_of(const std::vector<Element>& elements, Json (*write)(const Element&)) {
    Json list = Json::array();
    for (const Element& one : elements) list.push_back(write(one));
    return list;
}

} // namespace pli
