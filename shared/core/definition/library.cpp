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

const Option* option_in(const std::vector<Option>& options, std::string_view value) {
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const Option& one) { return one.value == value; });
    return found == options.end() ? nullptr : &*found;
}

/// Reports a group that other options part in two, which would be printed twice, and a list of which only a
/// part is grouped.
void check_group(StrictObject& object, const Option& option, const std::vector<Option>& earlier) {
    if (earlier.empty() || earlier.back().group == option.group) return;
    if (option.group.empty() || earlier.back().group.empty()) {
        object.refuse("bad-value", "group", option.value);
        return;
    }
    const bool known =
        std::any_of(earlier.begin(), earlier.end(), [&](const Option& other) { return other.group == option.group; });
    if (known) object.refuse("duplicate-name", "group", option.group);
}

/// An option after those `earlier` in its list: only they can be needed, so that no two need each other.
Option read_option(StrictObject& object, const std::vector<Option>& earlier) {
    Option option{object.name("value"), object.text("label")};
    option.group = object.text("group", Need::Optional);
    option.locked = object.flag("locked", false);
    option.unavailable = object.flag("unavailable", false);
    option.needs = object.name("needs", Need::Optional);
    if (option_in(earlier, option.value) != nullptr) object.refuse("duplicate-name", "value", option.value);
    check_group(object, option, earlier);
    if (option.locked && option.unavailable) object.refuse("bad-value", "locked", option.value);
    if (option.needs.empty()) return option;
    const Option* needed = option_in(earlier, option.needs);
    const bool possible = needed != nullptr && !needed->unavailable && !option.unavailable && !option.locked;
    if (!possible) object.refuse("bad-value", "needs", option.needs);
    return option;
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
        Option option = read_option(object, options);
        object.finish();
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
