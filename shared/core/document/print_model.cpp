#include "core/document/print_model.hpp"

#include "core/base/text.hpp"
#include "core/definition/rows.hpp"
#include "core/document/condition_words.hpp"
#include "core/identifiers/kind.hpp"
#include "core/state/options.hpp"
#include "core/validation/values.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace pli {

namespace {

using Block = PrintBlock;

constexpr int deepest_level = 4;
constexpr std::int64_t blank_rows = 5; ///< of a list, to be filled in by hand

Block heading(const std::string& text, int level) {
    Block block;
    block.type = Block::Type::Heading;
    block.level = level;
    block.text = text;
    return block;
}

Block row(const std::string& label, std::string value) {
    Block block;
    block.type = Block::Type::Row;
    block.label = label;
    block.value = std::move(value);
    return block;
}

std::string with_zeros(std::int64_t number, std::int64_t digits) {
    std::string text = std::to_string(number);
    const auto wanted = static_cast<std::size_t>(digits);
    if (text.size() < wanted) text.insert(0, wanted - text.size(), '0');
    return text;
}

/// A single value in print; as typed, spaces folded, while it is not valid.
std::string shown_value(const Item& item, const Answers& answers) {
    const std::string typed = fold_spaces(answers.text(item.path));
    if (typed.empty()) return {};
    if (item.control == Control::Date) {
        const Result<Date> day = parse_typed_date(typed);
        return day ? french_date(day.value()) : typed;
    }
    if (item.control == Control::Count) {
        const Result<std::int64_t> count = count_value(item, typed);
        return count ? with_zeros(count.value(), item.digits) : typed;
    }
    const Kind* kind = find_kind(item.kind);
    const Result<std::string> text = text_value(item, typed);
    return kind != nullptr && text ? kind->show(text.value()) : typed;
}

/// The parts that have a value, each behind its separator.
std::string joined_value(const Item& composite, const Answers& shown) {
    std::string joined;
    for (const Item& part : composite.children) {
        const std::string value = shown_value(part, shown);
        if (value.empty()) continue;
        if (!joined.empty()) joined += part.separator;
        joined += value;
    }
    return joined;
}

/// No page has room for more columns.
constexpr std::size_t most_columns = 5;

/// The items of a row that have one value each: groups give theirs. False when another kind of item is among them, or
/// one that not every reader has.
bool collect_columns(const std::vector<Item>& items, std::vector<const Item*>& columns) {
    return std::all_of(items.begin(), items.end(), [&columns](const Item& item) {
        if (item.receiver_only) return false;
        switch (item.control) {
        case Control::Group:
            return collect_columns(item.children, columns);
        case Control::Composite:
        case Control::Text:
        case Control::Date:
        case Control::Count:
        case Control::Choice:
        case Control::YesNo:
            columns.push_back(&item);
            return columns.size() <= most_columns;
        case Control::Rows:
        case Control::Tick:
        case Control::Multi:
        case Control::Signature:
        case Control::Notice:
            break;
        }
        return false;
    });
}

/// What stands in a cell: one value, or what was chosen.
std::string cell_value(const Item& item, const Answers& shown) {
    if (item.control == Control::Composite) return joined_value(item, shown);
    if (item.control != Control::Choice && item.control != Control::YesNo) return shown_value(item, shown);
    const Option* chosen = find_option(item, shown.text(item.path));
    return chosen != nullptr ? chosen->label : std::string();
}

/// Printed boxes; `is_ticked(value)` says which ones hold a cross.
Block ticks(const std::string& label, const std::vector<Option>& options, const auto& is_ticked) {
    Block block;
    block.type = Block::Type::Ticks;
    block.label = label;
    for (const Option& option : options) block.ticks.push_back({is_ticked(option.value) ? "x" : "", option.label});
    return block;
}

enum class Filling : std::uint8_t { Answers, ByHand };

class ModelWriter {
  public:
    ModelWriter(const Form& form, const Answers& answers, Reader reader, Filling filling)
        : form_(form), answers_(answers), shown_(visible_answers(form, answers)), reader_(reader), filling_(filling) {}

    std::vector<Block> write() {
        std::string open_heading;
        for (const Step& step : form_.steps) {
            if (std::none_of(step.items.begin(), step.items.end(), [&](const Item& item) { return is_printed(item); }))
                continue;
            const bool is_new = step.print_heading != open_heading;
            if (is_new && !step.print_heading.empty()) blocks_.push_back(heading(step.print_heading, 2));
            open_heading = step.print_heading;
            write_items(step.items, step.print_heading.empty() ? 2 : 3);
        }
        return std::move(blocks_);
    }

    std::vector<Block> quote(const ReplyRule& reply) {
        blocks_.push_back(heading(reply.heading, 2));
        for (const std::string& path : reply.quoted)
            if (const Item* item = find_item(form_, path); item != nullptr && is_visible(form_, answers_, path))
                write_item(*item, 3);
        return std::move(blocks_);
    }

  private:
    void write_items(const std::vector<Item>& items, int level) {
        for (const Item& item : items)
            if (is_printed(item)) write_item(item, level);
    }

    [[nodiscard]] bool is_printed(const Item& item) const {
        const bool ours = !item.receiver_only || reader_ == Reader::Receiver;
        return ours && !item.capture_only && (by_hand() || holds(form_, answers_, item.visible_when));
    }

    [[nodiscard]] bool by_hand() const { return filling_ == Filling::ByHand; }

    /// On paper nothing appears by itself: the label says when it is to be filled in.
    [[nodiscard]] std::string label_of(const Item& item) const {
        const std::string& label = item.print_label.empty() ? item.label : item.print_label;
        const std::string words = by_hand() ? condition_words(form_, item.visible_when) : std::string();
        return words.empty() || words.ends_with(label) ? label : label + " (" + words + ")";
    }

    [[nodiscard]] std::size_t row_count(const Item& list) const {
        if (!by_hand()) return shown_.row_count(list.path);
        return static_cast<std::size_t>(std::clamp(blank_rows, list.min, list.max));
    }

    void write_item(const Item& item, int level);
    void write_rows(const Item& list, int level);
    [[nodiscard]] std::optional<Block> table_of(const Item& list, int level) const;
    void write_multi(const Item& item, int level);
    void write_notice(const Item& item, int level);
    void write_signature(const Item& item);

    const Form& form_;
    const Answers& answers_;
    const Answers shown_;
    const Reader reader_;
    const Filling filling_;
    std::vector<Block> blocks_;
};

void ModelWriter::write_item(const Item& item, int level) {
    switch (item.control) {
    case Control::Group:
        blocks_.push_back(heading(label_of(item), level));
        write_items(item.children, std::min(level + 1, deepest_level));
        break;
    case Control::Composite:
        blocks_.push_back(row(label_of(item), joined_value(item, shown_)));
        break;
    case Control::Rows:
        write_rows(item, level);
        break;
    case Control::Text:
    case Control::Date:
    case Control::Count:
        blocks_.push_back(row(label_of(item), shown_value(item, shown_)));
        break;
    case Control::Choice:
    case Control::YesNo: {
        const std::string& chosen = shown_.text(item.path);
        blocks_.push_back(ticks(label_of(item), item.options, [&](const auto& value) { return value == chosen; }));
        break;
    }
    case Control::Tick:
        blocks_.push_back(ticks("", {{"", label_of(item)}}, [&](const auto&) { return shown_.ticked(item.path); }));
        break;
    case Control::Multi:
        write_multi(item, level);
        break;
    case Control::Notice:
        write_notice(item, level);
        break;
    case Control::Signature:
        write_signature(item);
        break;
    }
}

/// The rows as a table, if they are short. Written by hand, they need more room than a cell has.
std::optional<Block> ModelWriter::table_of(const Item& list, int level) const {
    std::vector<const Item*> columns;
    if (by_hand() || !collect_columns(list.children, columns)) return std::nullopt;
    Block block;
    block.type = Block::Type::Table;
    block.level = level;
    block.label = list.row_label;
    for (const Item* column : columns) block.columns.push_back(label_of(*column));
    for (std::size_t n = 0; n < row_count(list); ++n) {
        const std::vector<Item> items = row_items(list, n);
        std::vector<const Item*> cells;
        collect_columns(items, cells);
        std::vector<std::string>& texts = block.rows.emplace_back();
        for (const Item* cell : cells) texts.push_back(cell_value(*cell, shown_));
    }
    return block;
}

/// Each row under a heading of its own: "Utilisateur 2".
void ModelWriter::write_rows(const Item& list, int level) {
    const std::size_t count = row_count(list);
    if (count == 0) return blocks_.push_back(row(label_of(list), ""));
    blocks_.push_back(heading(label_of(list), level));
    if (std::optional<Block> table = table_of(list, std::min(level + 1, deepest_level)))
        return blocks_.push_back(std::move(*table));
    for (std::size_t n = 0; n < count; ++n) {
        blocks_.push_back(heading(row_title(list, n), std::min(level + 1, deepest_level)));
        write_items(row_items(list, n), std::min(level + 2, deepest_level));
    }
}

/// Groups of options print one below the other under the label. What cannot be had is left out: its box
/// could be ticked on paper.
void ModelWriter::write_multi(const Item& item, int level) {
    const std::vector<std::string>& list = shown_.list(item.path);
    const auto is_ticked = [&](const auto& value) { return std::find(list.begin(), list.end(), value) != list.end(); };
    const bool grouped = std::any_of(item.options.begin(), item.options.end(),
                                     [](const Option& option) { return !option.group.empty(); });
    if (grouped) blocks_.push_back(heading(label_of(item), level));
    std::vector<Option> row;
    for (std::size_t n = 0; n < item.options.size(); ++n) {
        const Option& option = item.options[n];
        if (!option.unavailable) row.push_back(option);
        const bool last = n + 1 == item.options.size() || item.options[n + 1].group != option.group;
        if (!last || row.empty()) continue;
        blocks_.push_back(ticks(grouped ? option.group : label_of(item), row, is_ticked));
        row.clear();
    }
}

void ModelWriter::write_notice(const Item& item, int level) {
    if (!item.label.empty()) blocks_.push_back(heading(label_of(item), level));
    for (const std::string& paragraph : item.paragraphs) {
        Block block;
        block.text = paragraph;
        blocks_.push_back(std::move(block));
    }
}

void ModelWriter::write_signature(const Item& item) {
    Block block;
    block.type = Block::Type::Signature;
    block.label = label_of(item);
    block.signature = shown_.signature;
    blocks_.push_back(std::move(block));
}

} // namespace

PrintModel print_model(const Form& form, const Answers& answers, Reader reader) {
    return {form.title, form.banner, form.source, ModelWriter(form, answers, reader, Filling::Answers).write()};
}

std::vector<PrintBlock> quoted_blocks(const Form& form, const Answers& answers) {
    return ModelWriter(form, answers, Reader::Sender, Filling::Answers).quote(form.reply);
}

PrintModel blank_model(const Form& form) {
    const Answers nothing;
    return {form.title, form.banner, form.source, ModelWriter(form, nothing, Reader::Sender, Filling::ByHand).write()};
}

} // namespace pli
