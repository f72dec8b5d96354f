// The items of one form: steps, groups, fields, with the blocks they use put in place.
#pragma once

#include "core/definition/condition_reader.hpp"
#include "core/definition/library.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pli::definition {

/// Blocks within blocks make a small file a huge form: a hostile pack must not cost without bound.
inline constexpr std::size_t max_items = 2000; ///< of a form, uses of blocks included
inline constexpr std::size_t max_nesting = 16; ///< lists of items within each other

/// One for each form: it remembers the paths that the form has used up.
class ItemReader {
  public:
    ItemReader(Library& library, Problems& problems) : library_(library), problems_(problems) {}

    /// The items of a step, under the path `prefix` ("" for none).
    std::vector<Item> read(const Json& array, const std::string& place, const std::string& prefix);

    /// The answers of the items read so far, lists among them; what lies in a row is not to be named from outside.
    [[nodiscard]] const KnownAnswers& known() const { return known_; }

  private:
    /// What the items of one list have in common.
    struct Surroundings {
        std::string prefix;              ///< of their answers' paths
        const Item* composite = nullptr; ///< that they are parts of
        bool always_shown = true;        ///< all that they lie in is, in their row if they lie in one
        bool in_row = false;             ///< they are written for the rows of a list
    };

    std::vector<Item> read_list(const Json& array, const std::string& place, const Surroundings& around);
    /// Counts one more item; reports and says false when that is too many.
    bool has_room(StrictObject& object);
    std::vector<Item> read_block(StrictObject& use, const Surroundings& around);
    Item read_item(StrictObject& object, const Surroundings& around);
    void read_own_members(StrictObject& object, Item& item, const Surroundings& around);
    void read_children(StrictObject& object, Item& item, const Surroundings& around);
    void read_rows(StrictObject& object, Item& item, const Surroundings& around);
    /// The answers that an item may name: in a row, those of the same row.
    KnownAnswers& reach(const Surroundings& around) { return around.in_row ? row_answers_ : known_; }
    void read_kind(StrictObject& object, Item& item);
    void read_options(StrictObject& object, Item& item);
    void read_notice(StrictObject& object, Item& item);
    void remember(StrictObject& object, const Item& item, const Surroundings& around);

    Library& library_;
    Problems& problems_;
    KnownAnswers known_;
    KnownAnswers row_answers_;                      ///< of the list being read
    std::set<std::string, std::less<>> paths_;      ///< of all items
    std::set<std::string, std::less<>> containers_; ///< paths that hold answers: "demandeur" of "demandeur.nom"
    std::vector<std::string> open_blocks_;          ///< being put in place, to refuse a block within itself
    std::size_t lists_open_ = 0;                    ///< lists of items within each other
    std::size_t items_read_ = 0;
    bool has_signature_ = false;
};

} // namespace pli::definition
