// What the screens of the register share: faults and findings in words, fields of the pack's columns.
#include "core/definition/register_names.hpp"
#include "ui/registre.hpp"

#include <algorithm>

namespace pli::ui {

namespace {

/// Day columns are typed with digits.
std::string_view inputmode_of(std::string_view column) {
    namespace names = register_names;
    if (column == names::birth || column == names::granted || column == names::last_use) return "numeric";
    return column == names::mail ? "email" : "";
}

} // namespace

void ask_for_ids(View& view, NeedsIds purpose, std::size_t count) {
    view.session.needs_ids = purpose;
    view.effect("ids", {{"count", count}});
}

std::string column_key(std::string_view column) { return "registre-champ-" + std::string(column); }

std::string fault_sentence(const View& view, const Error& fault) {
    if (fault.code.starts_with("register.") || fault.code.starts_with("import.")) return view.texts.say_error(fault);
    const RegisterColumn* column = find_column(view.pack.register_wording, fault.place);
    Params params = fault.params;
    params["label"] = column == nullptr ? view.say("registre." + fault.place) : column->label;
    params["group"] = "";
    params["example"] = column == nullptr ? std::string() : column->example;
    return view.texts.say_fault({fault.code, "", Severity::Fault, std::move(params)});
}

std::string placed_sentence(const View& view, const Error& fault) {
    const auto given = [&fault](const char* name) {
        const auto found = fault.params.find(name);
        return found == fault.params.end() ? std::string() : found->second;
    };
    const std::string sentence = view.texts.say_error(fault);
    const std::string row = given("row");
    if (row.empty()) return sentence;
    const RegisterColumn* column = find_column(view.pack.register_wording, given("column"));
    const std::string label = column == nullptr ? given("column") : column->label;
    if (label.empty()) return view.say("error.at-row", {{"row", row}, {"sentence", sentence}});
    return view.say("error.at-cell", {{"row", row}, {"column", label}, {"sentence", sentence}});
}

std::string column_error(const View& view, const std::vector<Error>& faults, std::string_view column) {
    const auto found =
        std::find_if(faults.begin(), faults.end(), [column](const Error& fault) { return fault.place == column; });
    return found == faults.end() ? std::string() : fault_sentence(view, *found);
}

std::string finding_sentence(const View& view, const Finding& finding) {
    Params params = finding.params;
    if (const auto day = params.find("day"); day != params.end()) day->second = shown_day(day->second);
    if (const auto tool = params.find("tool"); tool != params.end())
        tool->second = label_of(view.pack.register_wording.tools, tool->second);
    return view.say("fault." + finding.code, params);
}

bool column_field(View& view, std::string_view name, std::string& value, const std::vector<Error>& faults,
                  bool required) {
    const RegisterColumn* column = find_column(view.pack.register_wording, name);
    if (column == nullptr) return false;
    semantics::Field field = hinted(column->hint);
    field.required = required;
    field.error = column_error(view, faults, name);
    field.inputmode = inputmode_of(name);
    const std::string label = required ? column->label : view.say("champ.optionnel", {{"label", column->label}});
    return view.ui.text_field(column_key(name), label, value, field);
}

} // namespace pli::ui
