// The document as a person reads it: a flat list of blocks, the same for the screen and the PDF.
#pragma once

#include "core/document/fiche.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace pli {

struct PrintBlock {
    enum class Type : std::uint8_t { Heading, Row, Ticks, Table, Paragraph, Signature };
    Type type = Type::Paragraph;
    int level = 2;                              ///< Heading, Table (where each row has a heading of its own): 2..4
    std::string text;                           ///< Heading, Paragraph
    std::string label;                          ///< Row, Ticks, Signature; Table: what one row is called
    std::string value;                          ///< Row: as printed; empty when there is no answer
    std::vector<Option> ticks;                  ///< Ticks: value is "x" when ticked, else ""
    std::vector<std::string> columns;           ///< Table
    std::vector<std::vector<std::string>> rows; ///< Table: a text for each column, empty when there is no answer
    pli::Signature signature;                   ///< Signature
};

struct PrintModel {
    std::string title;
    std::string banner;
    std::string source;
    std::vector<PrintBlock> blocks;
};

/// Whoever reads the document. What the receiver alone fills in stands, empty, in the receiver's copy only.
enum class Reader : std::uint8_t { Sender, Receiver };

/// The form to be filled in by hand: everything that the sender may be asked, each conditional item with the words of
/// its condition, options all unticked, some empty rows for each list.
PrintModel blank_model(const Form& form);

/// The document of some answers (valid or not yet: missing ones print as empty rows). A list prints as a table if its
/// rows are short: at most five items, each of which has one value. Else each row has a heading of its own.
/// Nothing hidden or capture-only is in it.
PrintModel print_model(const Form& form, const Answers& answers, Reader reader = Reader::Sender);

/// What the answer to this document repeats of it, under the heading of its form's reply.
std::vector<PrintBlock> quoted_blocks(const Form& form, const Answers& answers);

/// {"title","banner","source","blocks":[{"type":"heading","level":2,"text":""},
///  {"type":"row","label":"","value":""},{"type":"ticks","label":"","options":[{"label":"","ticked":true}]},
///  {"type":"table","level":3,"label":"","columns":[""],"rows":[[""]]},{"type":"paragraph","text":""},{"type":"signature","label":"","mode":"papier|dessin|","strokes":[[…]]}]}
/// A tick alone on its line has an empty label: what it says is its option's label.
Json print_model_to_json(const PrintModel& model);

/// Error print.format (place = JSON pointer).
Result<PrintModel> print_model_from_json(const Json& json);

} // namespace pli
