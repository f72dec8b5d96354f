#include "ui/document_view.hpp"

namespace pli::ui {

namespace {

/// Draws blocks in order; neighbouring rows share one list of rows.
class DocumentBlocks {
  public:
    DocumentBlocks(View& view, std::string_view name, bool blank)
        : view_(view), ui_(view.ui), name_(name), blank_(blank) {}

    void draw(const PrintBlock& block) {
        const std::string key = name_ + "-" + std::to_string(++count_);
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
        case PrintBlock::Type::Table:
            table(key, block);
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
    /// What is left to be written by hand has no value: a dotted line stands there.
    [[nodiscard]] std::string shown(const std::string& value) const {
        return value.empty() && !blank_ ? view_.say("document.vide") : value;
    }

    /// A narrow screen has no room for columns: each row has a heading, and its cells stand below each other.
    void table(const std::string& key, const PrintBlock& block) {
        int number = 0;
        for (const std::vector<std::string>& cells : block.rows) {
            const std::string row_key = key + "-" + std::to_string(++number);
            ui_.heading(row_key, block.label + " " + std::to_string(number), block.level);
            ui_.begin_rows(row_key + "-lignes");
            for (std::size_t n = 0; n < cells.size(); ++n)
                ui_.row(row_key + "-" + std::to_string(n), block.columns[n], shown(cells[n]));
            ui_.end_rows();
        }
    }

    /// A box alone on its line has no label but its own.
    void ticks(const std::string& key, const PrintBlock& block) {
        if (blank_ && !block.label.empty()) return ui_.row(key, block.label, boxes(block));
        if (!block.label.empty() || block.ticks.empty()) return ui_.row(key, block.label, shown(ticked(block)));
        const Option& tick = block.ticks.front();
        if (blank_) return ui_.row(key, tick.label, view_.say("vierge.case", {{"option", ""}}));
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

    /// A box before each option, one a line: on paper, nobody is to wonder which box belongs to which words.
    [[nodiscard]] std::string boxes(const PrintBlock& block) const {
        std::string all;
        for (const Option& tick : block.ticks) {
            if (!all.empty()) all += '\n';
            all += view_.say("vierge.case", {{"option", tick.label}});
        }
        return all;
    }

    void signature(const std::string& key, const PrintBlock& block) {
        if (blank_ || block.signature.mode == pli::Signature::Mode::Drawn) {
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
    const std::string name_;
    const bool blank_;
    int count_ = 0;
    bool in_rows_ = false;
};

void draw_model(View& view, const PrintModel& model, std::string_view name, std::string_view region, bool blank) {
    const std::string key(name);
    view.ui.begin_region(key, view.say(region));
    view.ui.heading(key + "-titre", model.title, 2);
    if (!model.banner.empty()) view.ui.text(key + "-bandeau", model.banner, semantics::Emphasis::Strong);
    DocumentBlocks blocks(view, name, blank);
    for (const PrintBlock& block : model.blocks) blocks.draw(block);
    blocks.end();
    if (!model.source.empty()) view.ui.text(key + "-source", view.say("document.source", {{"acte", model.source}}));
    view.ui.end_region();
}

} // namespace

void document_view(View& view, const PrintModel& model, std::string_view key, std::string_view region) {
    draw_model(view, model, key, region, false);
}

void blank_view(View& view, const PrintModel& model) { draw_model(view, model, "document", "document.titre", true); }

} // namespace pli::ui
