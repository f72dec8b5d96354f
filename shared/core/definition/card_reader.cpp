#include "core/definition/card_reader.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace pli::definition {

namespace {

/// The tokens of HTML's autofill that are about a person at work.
constexpr std::array<std::string_view, 7> tokens{"family-name", "given-name", "organization-title", "organization",
                                                 "tel",         "email",      "street-address"};

void check_fields(StrictObject& file, const Card& card) {
    for_each_item(card.fields, [&](const Item& item) {
        const bool part = item.control == Control::Composite;
        const bool flat = item.path.find('.') == std::string::npos;
        if (!part && (item.control != Control::Text || !flat)) file.refuse("bad-value", "items", item.path);
    });
}

void read_autocomplete(StrictObject& file, Card& card, Problems& problems) {
    const Json* json = file.object("autocomplete", Need::Optional);
    if (json == nullptr) return;
    StrictObject object(*json, file.place_of("autocomplete"), problems);
    for (const auto& [path, value] : *json->get_ptr<const Json::object_t*>()) {
        std::string token = object.text(path);
        if (find_item(card.fields, path) == nullptr) object.refuse("unknown-field", path, path);
        if (std::find(tokens.begin(), tokens.end(), token) == tokens.end()) object.refuse("bad-value", path, token);
        card.autocomplete.emplace(path, std::move(token));
    }
}

/// Whether the form's item takes what the card's holds.
bool takes(const Item* item, const Item& own) {
    return item != nullptr && item->control == own.control && item->kind == own.kind && !item->receiver_only;
}

/// Two blocks of one role that have an answer in common, or of which one is none.
bool fill_the_same(const OwnBlock& one, const OwnBlock& other) {
    if (one.role != other.role) return false;
    if (!one.none.empty() || !other.none.empty()) return true;
    return std::any_of(one.answers.begin(), one.answers.end(), [&](const auto& answer) {
        return std::any_of(other.answers.begin(), other.answers.end(),
                           [&](const auto& taken) { return taken.second == answer.second; });
    });
}

class OwnBlockReader {
  public:
    OwnBlockReader(const Json& json, const std::string& place, const Form& form, const Card& card, Problems& problems)
        : object_(json, place, problems), problems_(problems), form_(form), card_(card) {}

    OwnBlock read() {
        OwnBlock block;
        block.role = object_.name("role");
        const std::vector<std::string>& senders = form_.sender_roles;
        if (std::find(senders.begin(), senders.end(), block.role) == senders.end())
            object_.refuse("bad-value", "role", block.role);
        if (object_.has("none")) {
            block.none = object_.text("none");
        } else {
            take_answers(block);
        }
        object_.finish();
        return block;
    }

  private:
    /// At least one of "under" and "also".
    void take_answers(OwnBlock& block) {
        const Json* also = object_.object("also", Need::Optional);
        if (also == nullptr || object_.has("under")) take_neighbours(block);
        if (also != nullptr) take_named(block, *also);
    }

    /// Answers of the same name under one path.
    void take_neighbours(OwnBlock& block) {
        const std::string under = object_.name("under", Need::Required, true);
        for_each_item(card_.fields, [&](const Item& own) {
            const std::string path = under + "." + own.name;
            if (own.control == Control::Text && takes(find_item(form_, path), own))
                block.answers.emplace(own.path, path);
        });
        if (block.answers.empty()) object_.refuse("unknown-field", "under", under);
    }

    /// Answers that have another name in the form.
    void take_named(OwnBlock& block, const Json& also) {
        StrictObject names(also, object_.place_of("also"), problems_);
        for (const auto& [own_path, value] : *also.get_ptr<const Json::object_t*>()) {
            std::string path = names.text(own_path);
            const Item* own = find_item(card_.fields, own_path);
            const Item* item = find_item(form_, path);
            if (own == nullptr) names.refuse("unknown-field", own_path, own_path);
            if (item == nullptr) names.refuse("unknown-field", own_path, path);
            if (own != nullptr && item != nullptr && !takes(item, *own)) names.refuse("bad-value", own_path, path);
            block.answers.insert_or_assign(own_path, std::move(path));
        }
    }

    StrictObject object_;
    Problems& problems_;
    const Form& form_;
    const Card& card_;
};

} // namespace

Card read_card_fields(StrictObject& file, Library& library, Problems& problems) {
    Card card;
    ItemReader items(library, problems);
    file.text("kind");
    card.title = file.text("title");
    card.intro = file.text("intro");
    Step step;
    step.title = card.title;
    if (const Json* list = file.array("items")) step.items = items.read(*list, file.place_of("items"), "");
    card.fields.title = card.title;
    card.fields.steps.push_back(std::move(step));
    check_fields(file, card);
    read_autocomplete(file, card, problems);
    return card;
}

std::vector<OwnBlock> read_own_blocks(StrictObject& form_file, const Form& form, const Card* card, Problems& problems) {
    std::vector<OwnBlock> blocks;
    const Json* list = form_file.array("own", Need::Optional);
    if (list == nullptr) return blocks;
    if (card == nullptr) {
        form_file.refuse("missing-file", "own", "card");
        return blocks;
    }
    for (const Json& json : *list) {
        const std::string place = pointer_to(form_file.place_of("own"), blocks.size());
        OwnBlock block = OwnBlockReader(json, place, form, *card, problems).read();
        const bool known = std::any_of(blocks.begin(), blocks.end(),
                                       [&](const OwnBlock& other) { return fill_the_same(block, other); });
        if (known) problems.report("duplicate-name", pointer_to(place, "role"), block.role);
        blocks.push_back(std::move(block));
    }
    return blocks;
}

} // namespace pli::definition
