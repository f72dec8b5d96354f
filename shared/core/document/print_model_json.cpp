// The exchange of a print model between the core, the screens and the PDF writer.
#include "core/document/print_model.hpp"

#include "core/base/json.hpp"

#include <optional>
#include <utility>

namespace pli {

namespace {

using Block = PrintBlock;

std::string_view mode_name(Signature::Mode mode) {
    switch (mode) {
    case Signature::Mode::Drawn:
        return "dessin";
    case Signature::Mode::Paper:
        return "papier";
    case Signature::Mode::None:
        break;
    }
    return "";
}

Json ticks_to_json(const std::vector<Option>& ticks) {
    Json json = Json::array();
    for (const Option& tick : ticks) json.push_back({{"label", tick.label}, {"ticked", !tick.value.empty()}});
    return json;
}

Json block_to_json(const Block& block) {
    switch (block.type) {
    case Block::Type::Heading:
        return {{"type", "heading"}, {"level", block.level}, {"text", block.text}};
    case Block::Type::Row:
        return {{"type", "row"}, {"label", block.label}, {"value", block.value}};
    case Block::Type::Ticks:
        return {{"type", "ticks"}, {"label", block.label}, {"options", ticks_to_json(block.ticks)}};
    case Block::Type::Table:
        return {{"type", "table"},
                {"level", block.level},
                {"label", block.label},
                {"columns", block.columns},
                {"rows", block.rows}};
    case Block::Type::Signature:
        return {{"type", "signature"},
                {"label", block.label},
                {"mode", mode_name(block.signature.mode)},
                {"strokes", block.signature.strokes}};
    case Block::Type::Paragraph:
        break;
    }
    return {{"type", "paragraph"}, {"text", block.text}};
}

bool read_level(const Json& json, Block& block) {
    const std::int64_t level = int_member_or(json, "level", 0);
    const bool good = level >= 2 && level <= 4;
    if (good) block.level = static_cast<int>(level);
    return good;
}

bool read_ticks(const Json& json, Block& block) {
    block.type = Block::Type::Ticks;
    const Json* options = member(json, "options");
    if (options == nullptr || !options->is_array()) return false;
    for (const Json& option : *options)
        block.ticks.push_back(
            {bool_member_or(option, "ticked", false) ? "x" : "", text_member_or(option, "label", "")});
    return true;
}

/// Texts of an array; nothing when it is none.
std::optional<std::vector<std::string>> texts_from_json(const Json* json) {
    if (json == nullptr || !json->is_array()) return std::nullopt;
    std::vector<std::string> texts;
    for (const Json& element : *json) {
        const auto* text = element.get_ptr<const std::string*>();
        if (text == nullptr) return std::nullopt;
        texts.push_back(*text);
    }
    return texts;
}

/// Every row has as many texts as there are columns.
bool read_table(const Json& json, Block& block) {
    block.type = Block::Type::Table;
    std::optional<std::vector<std::string>> columns = texts_from_json(member(json, "columns"));
    const Json* rows = member(json, "rows");
    if (!columns || rows == nullptr || !rows->is_array()) return false;
    block.columns = std::move(*columns);
    for (const Json& row : *rows) {
        std::optional<std::vector<std::string>> texts = texts_from_json(&row);
        if (!texts || texts->size() != block.columns.size()) return false;
        block.rows.push_back(std::move(*texts));
    }
    return read_level(json, block);
}

bool read_signature(const Json& json, Block& block) {
    block.type = Block::Type::Signature;
    const std::string mode = text_member_or(json, "mode", "");
    if (mode.empty()) return true;
    Json stored = {{"mode", mode}};
    const Json* strokes = member(json, "strokes");
    if (mode == mode_name(Signature::Mode::Drawn) && strokes != nullptr) stored["traits"] = *strokes;
    Result<Signature> signature = signature_from_json(stored);
    if (signature) block.signature = std::move(signature).value();
    return block.signature.mode != Signature::Mode::None;
}

std::optional<Block> block_from_json(const Json& json) {
    Block block;
    block.text = text_member_or(json, "text", "");
    block.label = text_member_or(json, "label", "");
    block.value = text_member_or(json, "value", "");
    const std::string type = text_member_or(json, "type", "");
    bool good = true;
    if (type == "heading") {
        block.type = Block::Type::Heading;
        good = read_level(json, block);
    } else if (type == "table") {
        good = read_table(json, block);
    } else if (type == "row") {
        block.type = Block::Type::Row;
    } else if (type == "ticks") {
        good = read_ticks(json, block);
    } else if (type == "signature") {
        good = read_signature(json, block);
    } else {
        good = type == "paragraph";
    }
    return good ? std::optional<Block>(std::move(block)) : std::nullopt;
}

} // namespace

Json print_model_to_json(const PrintModel& model) {
    Json blocks = Json::array();
    for (const Block& block : model.blocks) blocks.push_back(block_to_json(block));
    return {{"title", model.title}, {"banner", model.banner}, {"source", model.source}, {"blocks", blocks}};
}

Result<PrintModel> print_model_from_json(const Json& json) {
    const Json* blocks = member(json, "blocks");
    if (blocks == nullptr || !blocks->is_array()) return Error{"print.format", "/blocks", {}};
    PrintModel model{
        text_member_or(json, "title", ""), text_member_or(json, "banner", ""), text_member_or(json, "source", ""), {}};
    for (const Json& element : *blocks) {
        std::optional<Block> block = block_from_json(element);
        if (!block) return Error{"print.format", "/blocks/" + std::to_string(model.blocks.size()), {}};
        model.blocks.push_back(std::move(*block));
    }
    return model;
}

} // namespace pli
