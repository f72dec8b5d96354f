#include "core/definition/register_reader.hpp"

#include "core/definition/register_names.hpp"
#include "core/identifiers/search_key.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

namespace pli::definition {

namespace {

class WordingReader {
  public:
    WordingReader(StrictObject& file, Problems& problems) : file_(file), problems_(problems) {}

    RegisterWording read();

  private:
    std::vector<RegisterWord> read_words(const Json* list, const std::string& place);
    std::vector<RegisterWord> read_exact_words(StrictObject& words, std::string_view name,
                                               std::span<const std::string_view> values);
    void read_columns(std::vector<RegisterColumn>& columns);
    RegisterColumn read_column(const Json& json, const std::string& place);
    void read_headers(StrictObject& object, RegisterColumn& column);

    StrictObject& file_;
    Problems& problems_;
    std::set<std::string> headers_;
};

RegisterWording WordingReader::read() {
    RegisterWording wording;
    wording.tools = read_words(file_.array("tools"), file_.place_of("tools"));
    read_columns(wording.columns);
    const Json* json = file_.object("words");
    if (json == nullptr) return wording;
    StrictObject words(*json, file_.place_of("words"), problems_);
    wording.yes_no = read_exact_words(words, register_names::manager, register_names::yes_no);
    wording.statuses = read_exact_words(words, register_names::status, register_names::statuses);
    wording.states = read_exact_words(words, register_names::state, register_names::states);
    wording.reasons = read_exact_words(words, register_names::reason, register_names::reasons);
    words.finish();
    return wording;
}

std::vector<RegisterWord> WordingReader::read_words(const Json* list, const std::string& place) {
    std::vector<RegisterWord> words;
    if (list == nullptr) return words;
    std::set<std::string> known;
    for (const Json& json : *list) {
        StrictObject object(json, pointer_to(place, words.size()), problems_);
        RegisterWord word{object.name("value"), object.text("label")};
        object.finish();
        if (!known.insert(word.value).second) object.refuse("duplicate-name", "value", word.value);
        words.push_back(std::move(word));
    }
    return words;
}

std::vector<RegisterWord> WordingReader::read_exact_words(StrictObject& words, std::string_view name,
                                                          std::span<const std::string_view> values) {
    const std::vector<RegisterWord> given = read_words(words.array(name), words.place_of(name));
    for (const RegisterWord& word : given)
        if (std::find(values.begin(), values.end(), word.value) == values.end())
            words.refuse("bad-value", name, word.value);
    std::vector<RegisterWord> sorted;
    for (const std::string_view value : values) {
        const auto found =
            std::find_if(given.begin(), given.end(), [&](const RegisterWord& word) { return word.value == value; });
        if (found == given.end()) {
            words.refuse("missing-member", name, value);
        } else {
            sorted.push_back(*found);
        }
    }
    return sorted;
}

void WordingReader::read_columns(std::vector<RegisterColumn>& columns) {
    const Json* list = file_.array("columns");
    if (list == nullptr) return;
    std::set<std::string, std::less<>> named;
    for (const Json& json : *list) {
        RegisterColumn column = read_column(json, pointer_to(file_.place_of("columns"), columns.size()));
        if (!named.insert(column.name).second) file_.refuse("duplicate-name", "columns", column.name);
        columns.push_back(std::move(column));
    }
    for (const std::string_view name : register_names::columns)
        if (!named.contains(name)) file_.refuse("missing-member", "columns", name);
}

RegisterColumn WordingReader::read_column(const Json& json, const std::string& place) {
    StrictObject object(json, place, problems_);
    RegisterColumn column;
    column.name = object.name("column");
    const auto& names = register_names::columns;
    if (std::find(names.begin(), names.end(), column.name) == names.end())
        object.refuse("bad-value", "column", column.name);
    column.label = object.text("label");
    column.hint = object.text("hint", Need::Optional);
    column.example = object.text("example", Need::Optional);
    read_headers(object, column);
    object.finish();
    return column;
}

void WordingReader::read_headers(StrictObject& object, RegisterColumn& column) {
    std::vector<std::string> written{column.label};
    if (const Json* list = object.array("headers", Need::Optional)) {
        for (const Json& json : *list) {
            const auto* text = json.get_ptr<const std::string*>();
            if (text == nullptr) object.refuse("wrong-type", "headers", "headers");
            if (text != nullptr) written.push_back(*text);
        }
    }
    for (const std::string& header : written) {
        std::string key = search_key(header);
        if (key.empty()) object.refuse("bad-value", "headers", header);
        if (!headers_.insert(key).second) object.refuse("duplicate-name", "headers", header);
        column.headers.push_back(std::move(key));
    }
}

} // namespace

RegisterWording read_register_wording(StrictObject& file, Problems& problems) {
    return WordingReader(file, problems).read();
}

} // namespace pli::definition

namespace pli {

const RegisterColumn* find_column(const RegisterWording& wording, std::string_view name) {
    const auto found = std::find_if(wording.columns.begin(), wording.columns.end(),
                                    [name](const RegisterColumn& column) { return column.name == name; });
    return found == wording.columns.end() ? nullptr : &*found;
}

std::string label_of(const std::vector<RegisterWord>& words, std::string_view value) {
    const auto found =
        std::find_if(words.begin(), words.end(), [value](const RegisterWord& word) { return word.value == value; });
    return found == words.end() ? std::string(value) : found->label;
}

} // namespace pli
