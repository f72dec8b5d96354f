#include "core/document/draft_file.hpp"

#include "core/definition/formats.hpp"
#include "core/definition/strict_object.hpp"

#include <algorithm>

namespace pli {

namespace {

using definition::Need;
using definition::Problems;
using definition::StrictObject;

constexpr std::string_view any_version = "pli/brouillon/";
constexpr std::int64_t most_steps = 1000; // no form has more

Error refused(const char* code, std::string place, std::string_view name) {
    return {code, std::move(place), {{"name", std::string(name)}}};
}

const Form* read_form(StrictObject& root, const Pack& pack, Problems& problems, std::int64_t& version) {
    const Json* json = root.object("formulaire");
    if (json == nullptr) return nullptr;
    StrictObject object(*json, root.place_of("formulaire"), problems);
    const std::string id = object.text("id");
    version = object.integer("version");
    object.finish();
    const Form* form = find_form(pack, id);
    if (form == nullptr) problems.report(refused("draft.unknown-form", object.place_of("id"), id));
    return form;
}

/// Another territory than the one it was begun under would have other rules.
const Territory* read_territory(StrictObject& root, const Pack& pack, const Form* form, Problems& problems) {
    const std::string id = root.text("territoire");
    const Territory* territory = find_territory(pack, id);
    if (territory != nullptr && form != nullptr && offers(*territory, form->id)) return territory;
    problems.report(refused("draft.unknown-territory", root.place_of("territoire"), id));
    return nullptr;
}

int read_step(StrictObject& root) {
    const std::int64_t step = root.integer("etape");
    if (step < 1 || step > most_steps) root.refuse("bad-value", "etape", "etape");
    return static_cast<int>(std::clamp(step, std::int64_t{1}, most_steps)) - 1;
}

/// What of answers to another version of the form has a place in this one.
Answers fitting_answers(const Form& form, const Json& json, std::size_t& left_out) {
    Json fitting = Json::object();
    Json row_counts = Json::object();                                          // what rows hold has its place by them
    for (const auto& [path, value] : *json.get_ptr<const Json::object_t*>()) { // sorted: "list" before "list.0.name"
        Json tried = row_counts;
        tried[path] = value;
        const bool fits = answers_from_json(form, tried).ok();
        if (fits) fitting[path] = value;
        if (fits && value.is_number()) row_counts[path] = value;
        if (!fits) ++left_out;
    }
    Result<Answers> answers = answers_from_json(form, fitting);
    return answers ? std::move(answers).value() : Answers();
}

/// Answers of the same version must all have their place; of another one, those that have it are taken.
void read_answers(StrictObject& root, std::int64_t version, Problems& problems, DraftFile& draft) {
    const Json* json = root.has("reponses") ? root.object("reponses") : nullptr; // absent: nothing is answered
    if (json == nullptr || draft.form == nullptr) return;
    if (version != draft.form->version) {
        draft.answers = fitting_answers(*draft.form, *json, draft.left_out);
        return;
    }
    Result<Answers> answers = answers_from_json(*draft.form, *json);
    if (answers) {
        draft.answers = std::move(answers).value();
    } else {
        const std::string& path = answers.error().place;
        problems.report(refused("draft.bad-value", definition::pointer_to(root.place_of("reponses"), path), path));
    }
}

} // namespace

Result<std::string> write_draft(const DraftFile& draft) {
    Json json = {{"format", draft_format},
                 {"formulaire", {{"id", draft.form->id}, {"version", draft.form->version}}},
                 {"territoire", draft.territory->id},
                 {"etape", draft.step + 1}};
    if (!draft.sender_role.empty()) json["role"] = draft.sender_role;
    if (!draft.replaces.empty()) json["remplace"] = draft.replaces;
    if (!draft.answers.empty()) json["reponses"] = answers_to_json(draft.answers);
    std::string text = dump_json(json);
    if (text.size() > max_draft) return Error{"draft.too-large", {}, {{"max", std::to_string(max_draft)}}};
    return text;
}

Result<DraftFile> read_draft(const Pack& pack, std::string_view json) {
    const Result<Json> parsed = parse_json(json, {.max_bytes = max_draft, .max_depth = 6});
    if (!parsed) return parsed.error();
    const std::string format = text_member_or(parsed.value(), "format", "");
    if (format != draft_format && format.starts_with(any_version)) return Error{"draft.newer", "/format", {}};
    if (format != draft_format) return Error{"draft.format", {}, {}};

    Problems problems("draft");
    StrictObject root(parsed.value(), "", problems);
    root.text("format");
    DraftFile draft;
    std::int64_t version = 0;
    draft.form = read_form(root, pack, problems, version);
    draft.territory = read_territory(root, pack, draft.form, problems);
    draft.step = read_step(root);
    draft.sender_role = root.text("role", Need::Optional);
    draft.replaces = root.text("remplace", Need::Optional);
    if (!draft.replaces.empty() && !is_hex(draft.replaces, 32)) root.refuse("bad-value", "remplace", "remplace");
    read_answers(root, version, problems, draft);
    root.finish();
    if (problems.found()) return problems.first();
    return draft;
}

} // namespace pli
