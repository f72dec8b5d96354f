// What the forms of a pack share: lists of options, blocks of items, notices.
#pragma once

#include "core/definition/form.hpp"
#include "core/definition/strict_object.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pli::definition {

struct NoticeText {
    std::string title; ///< may be empty
    std::vector<std::string> paragraphs;
};

/// Items still as JSON: they are read anew wherever a form uses the block.
struct Block {
    const Json* items = nullptr; ///< an array; lives as long as the parsed bundle
    std::string place;
};

class Library {
  public:
    explicit Library(Problems& problems) : problems_(problems) {}

    /// Adds what a file of kind "lists", "blocks" or "notices" holds.
    void add_lists(StrictObject& file);
    void add_blocks(StrictObject& file);
    void add_notices(StrictObject& file);

    /// The thing with this name, marked as used; nullptr when there is none.
    const std::vector<Option>* list(std::string_view name);
    const Block* block(std::string_view name);
    const NoticeText* notice(std::string_view name);

    /// Reports the first thing that nothing used: it was never checked and misleads readers.
    void report_unused();

  private:
    /// An entry with the place of its definition.
    template <class T> struct Entry {
        T content;
        std::string place;
        bool used = false;
    };
    template <class T> using Shelf = std::map<std::string, Entry<T>, std::less<>>;

    template <class T> const T* find(Shelf<T>& shelf, std::string_view name);
    template <class T> void put(Shelf<T>& shelf, const std::string& name, T content, std::string place);
    template <class T> void report_unused_of(const Shelf<T>& shelf);
    std::vector<Option> read_options(const Json& array, const std::string& place);
    NoticeText read_notice(const Json& json, const std::string& place);

    Problems& problems_;
    Shelf<std::vector<Option>> lists_;
    Shelf<Block> blocks_;
    Shelf<NoticeText> notices_;
};

} // namespace pli::definition
