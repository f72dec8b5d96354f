#include "core/definition/library.hpp"

#include "core/definition/formats.hpp"

#include <algorithm>
#include <utility>

namespace pli::definition {

namespace {

/// Calls visit(name, value, place) for the members of the object `member_name` of a file.
void for_each_entry(StrictObject& file, std::string_view member_name, Problems& problems, const auto& visit) {
    const Json* entries = file.object(member_name);
    if (entries == nullptr) return;
    for (const auto& [name, value] : *entries->get_ptr<const Json::object_t*>()) {
        const std::string place = pointer_to(file.place_of(member_name), name);
        if (!is_name(name)) problems.report("bad-value", place, name);
        visit(name, value, place);
    }
}

/// True for an array that is not empty; otherwise reports.
bool is_filled_array(const Json& value, const std::string& place, std::string_view name, Problems& problems) {
    if (!value.is_array()) {
        problems.report("wrong-type", place, name);
        return false;
    }
    if (value.empty()) problems.report("empty", place, name);
    return true;
}

} // namespace

void Library::add_lists(StrictObject& file) {
    for_each_entry(file, "lists", problems_, [&](const std::string& name, const Json& value, const std::string& place) {
        if (is_filled_array(value, place, name, problems_)) put(lists_, name, read_options(value, place), place);
    });
}

void Library::add_blocks(StrictObject& file) {
    for_each_entry(file, "blocks", problems_,
                   [&](const std::string& name, const Json& value, const std::string& place) {
                       if (is_filled_array(value, place, name, problems_))
                           put(blocks_, name, Block{&value, place}, place);
                   });
}

void Library::add_notices(StrictObject& file) {
    for_each_entry(file, "notices", problems_,
                   [&](const std::string& name, const Json& value, const std::string& place) {
                       put(notices_, name, read_notice(value, place), place);
                   });
}

const std::vector<Option>* Library::list(std::string_view name) { return find(lists_, name); }
const Block* Library::block(std::string_view name) { return find(blocks_, name); }
const NoticeText* Library::notice(std::string_view name) { return find(notices_, name); }

void Library::report_unused() {
    report_unused_of(lists_);
    report_unused_of(blocks_);
    report_unused_of(notices_);
}

template <class T> const T* Library::find(Shelf<T>& shelf, std::string_view name) {
    const auto found = shelf.find(name);
    if (found == shelf.end()) return nullptr;
    found->second.used = true;
    return &found->second.content;
}

template <class T> void Library::put(Shelf<T>& shelf, const std::string& name, T content, std::string place) {
    const auto [entry, is_new] = shelf.try_emplace(name, Entry<T>{std::move(content), std::move(place), false});
    if (!is_new) problems_.report("duplicate-name", entry->second.place, name);
}

template <class T> void Library::report_unused_of(const Shelf<T>& shelf) {
    for (const auto& [name, entry] : shelf)
        if (!entry.used) problems_.report("unused", entry.place, name);
}

std::vector<Option> Library::read_options(const Json& array, const std::string& place) {
    std::vector<Option> options;
    for (const Json& json : array) {
        StrictObject object(json, pointer_to(place, options.size()), problems_);
        Option option{object.name("value"), object.text("label")};
        object.finish();
        const bool known = std::any_of(options.begin(), options.end(),
                                       [&](const Option& other) { return other.value == option.value; });
        if (known) object.refuse("duplicate-name", "value", option.value);
        options.push_back(std::move(option));
    }
    return options;
}

NoticeText Library::read_notice(const Json& json, const std::string& place) {
    StrictObject object(json, place, problems_);
    NoticeText notice{object.text("title", Need::Optional), {}};
    const Json* paragraphs = object.array("paragraphs");
    object.finish();
    if (paragraphs == nullptr) return notice;
    for (const Json& paragraph : *paragraphs) {
        const auto* text = paragraph.get_ptr<const std::string*>();
        if (text == nullptr || text->empty()) {
            object.refuse(text == nullptr ? "wrong-type" : "empty", "paragraphs", "paragraphs");
            continue;
        }
        notice.paragraphs.push_back(*text);
    }
    return notice;
}

} // namespace pli::definition
