#include "ui/document_view.hpp"

namespace pli::ui {

namespace {

/// Draws blocks in order; neighbouring rows share one list of rows.
class DocumentBlocks {
  public:
    explicit DocumentBlocks(View& view) : view_(view), ui_(view.ui) {}

    void draw(const PrintBlock& block) {
        const std::string key = "document-" + std::to_string(++count_);
        const bool is_row = block.type == PrintBlock::Type::Row || block.type == PrintBlock::Type::Ticks;
        if (is_row && !in_rows_) ui_.begin_rows(key + "-lignes");
        if (!is_row) end();
        in_rows_ = is_row;
        switch (block.type) {
        case PrintBlock::Type::Heading:
            ui_.heading(key, block.text, block.level);
            break;
        case PrintBlock::Type::Row:
            ui_.row(key, block.label, shown(block.value));
            break;
        case PrintBlock::Type::Ticks:
            ticks(key, block);
            break;
        case PrintBlock::Type::Paragraph:
            ui_.text(key, block.text);
            break;
        case PrintBlock::Type::Signature:
            signature(key, block);
            break;
        }
    }

    void end() {
        if (in_rows_) ui_.end_rows();
        in_rows_ = false;
    }

  private:
    [[nodiscard]] std::string shown(const std::string& value) const {
        return value.empty() ? view_.say("document.vide") : value;
    }

    /// A box alone on its line has no label but its own.
    void ticks(const std::string& key, const PrintBlock& block) {
        if (!block.label.empty() || block.ticks.empty()) return ui_.row(key, block.label, shown(ticked(block)));
        const Option& tick = block.ticks.front();
        ui_.row(key, tick.label, view_.say(tick.value.empty() ? "document.case-vide" : "document.case-cochee"));
    }

    static std::string ticked(const PrintBlock& block) {
        std::string labels;
        for (const Option& tick : block.ticks) {
            if (tick.value.empty()) continue;
            if (!labels.empty()) labels += " · ";
            labels += tick.label;
        }
        return labels;
    }

    void signature(const std::string& key, const PrintBlock& block) {
        if (block.signature.mode == pli::Signature::Mode::Drawn) {
            std::vector<std::vector<int>> strokes = block.signature.strokes;
            semantics::Field field;
            field.disabled = true;
            ui_.pad(key, block.label, strokes, field);
            return;
        }
        const bool paper = block.signature.mode == pli::Signature::Mode::Paper;
        ui_.begin_rows(key + "-lignes");
        ui_.row(key, block.label, view_.say(paper ? "document.signature-papier" : "document.signature-absente"));
        ui_.end_rows();
    }

    View& view_;
    semantics::Ui& ui_;
    int count_ = 0;
    bool in_rows_ = false;
};

} // namespace

void document_view(View& view, const PrintModel& model) {
    view.ui.begin_region("document", view.say("document.titre"));
    view.ui.heading("document-titre", model.title, 2);
    if (!model.banner.empty()) view.ui.text("document-bandeau", model.banner, semantics::Emphasis::Strong);
    DocumentBlocks blocks(view);
    for (const PrintBlock& block : model.blocks) blocks.draw(block);
    blocks.end();
    if (!model.source.empty()) view.ui.text("document-source", view.say("document.source", {{"acte", model.source}}));
    view.ui.end_region();
}

} // namespace pli::ui
