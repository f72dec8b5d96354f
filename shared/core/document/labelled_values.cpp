#include "core/document/labelled_values.hpp"

#include <utility>

namespace pli {

namespace {

std::string ticked_labels(const PrintBlock& block) {
    std::string labels;
    for (const Option& tick : block.ticks) {
        if (tick.value.empty()) continue;
        if (!labels.empty()) labels += ", ";
        labels += tick.label;
    }
    return labels;
}

/// Takes the blocks in order, and knows under which headings each stands.
class ValueCollector {
  public:
    void take(const PrintBlock& block) {
        switch (block.type) {
        case PrintBlock::Type::Heading:
            while (!headings_.empty() && headings_.back().first >= block.level) headings_.pop_back();
            headings_.emplace_back(block.level, block.text);
            break;
        case PrintBlock::Type::Row:
            add(block.label, block.value);
            break;
        case PrintBlock::Type::Ticks:
            if (block.label.empty() && !block.ticks.empty())
                add(block.ticks.front().label, block.ticks.front().value);
            else
                add(block.label, ticked_labels(block));
            break;
        case PrintBlock::Type::Table:
            table(block);
            break;
        case PrintBlock::Type::Paragraph:
        case PrintBlock::Type::Signature:
            break;
        }
    }

    std::vector<LabelledValue> values;

  private:
    void add(const std::string& label, const std::string& value) {
        std::string whole;
        for (const auto& heading : headings_) whole += heading.second + " – ";
        values.push_back({whole + label, value});
    }

    void table(const PrintBlock& block) {
        for (std::size_t row = 0; row < block.rows.size(); ++row)
            for (std::size_t column = 0; column < block.columns.size(); ++column)
                add(block.label + " " + std::to_string(row + 1) + " – " + block.columns[column],
                    block.rows[row][column]);
    }

    std::vector<std::pair<int, std::string>> headings_;
};

} // namespace

std::vector<LabelledValue> labelled_values(const PrintModel& model) {
    ValueCollector collector;
    for (const PrintBlock& block : model.blocks) collector.take(block);
    return std::move(collector.values);
}

} // namespace pli
