// The shell's answers about directories.
#include "core/directory/directory_file.hpp"
#include "ui/annuaire.hpp"

namespace pli::ui {

namespace {

void learn(View& view, const std::string& content) {
    DirectoryState& state = view.session.directory;
    auto learned = read_learned_trust(content);
    if (!learned) return;
    state.learned = std::move(learned).value();
    if (state.remembers) view.effect("keep-trust", {{"content", content}});
}

void note_fingerprints(DirectoryState& state, const Json& json) {
    const Json* given = member(json, "fingerprints");
    if (given == nullptr || !given->is_object()) return;
    for (auto entry = given->begin(); entry != given->end(); ++entry)
        state.fingerprints[entry.key()] = text_member_or(*given, entry.key(), "");
}

} // namespace

void on_directory(View& view, const Json& json) {
    DirectoryState& state = view.session.directory;
    const std::string origin = text_member_or(json, "origin", "");
    state.at_work = false;
    if (origin == "signed" && !state.draft) return; // given up while it was signed: it is nobody's version
    DirectoryReading reading = read_directory(text_member_or(json, "text", ""));
    if (!reading.faults.empty()) return; // the worker reads by the same rules
    const std::string territory = reading.content.territory;
    state.loaded.emplace(std::move(reading.content));
    state.query = {};
    state.fingerprints.clear();
    note_fingerprints(state, json);
    learn(view, text_member_or(json, "learned", ""));
    if (origin == "kept") return;
    state.kept_fault.reset();
    if (state.kept.count(territory) != 0) view.effect("keep-directory", {{"territory", territory}, {"keep", true}});
    if (origin != "files") return;
    state.file.clear();
    state.signature.clear();
    state.refused = false;
    view.session.notice = view.say("annuaire.charge", {{"version", std::to_string(state.loaded->content.version)}});
    view.ui.focus("annuaire-resume");
}

void on_directory_cancelled(View& view, const Json&) { view.session.directory.at_work = false; }

void on_fingerprints(View& view, const Json& json) {
    const Json* list = member(json, "recipients");
    if (list == nullptr || !list->is_array()) return;
    for (const Json& each : *list)
        view.session.directory.fingerprints[text_member_or(each, "recipient", "")] =
            text_member_or(each, "fingerprint", "");
}

void on_kept_trust(View& view, const Json& json) {
    DirectoryState& state = view.session.directory;
    state.remembers = true;
    auto learned = read_learned_trust(text_member_or(json, "content", ""));
    if (learned)
        state.learned = std::move(learned).value();
    else
        state.learned_fault = learned.error();
}

void on_kept_directories(View& view, const Json& json) {
    DirectoryState& state = view.session.directory;
    state.keepable = true;
    if (const Json* list = member(json, "territories"); list && list->is_array())
        for (const Json& each : *list)
            if (const auto* id = each.get_ptr<const std::string*>()) state.kept.insert(*id);
    load_kept_directory(view);
}

void on_directory_kept(View& view, const Json& json) {
    const bool is_kept = bool_member_or(json, "kept", false);
    set_kept(view.session.directory, text_member_or(json, "territory", ""), is_kept);
    // A later version that took the place of the one before is told as loaded.
    if (view.session.notice.empty())
        view.session.notice = view.say(is_kept ? "annuaire.sera-garde" : "annuaire.plus-garde");
}

void on_directory_signed(View& view, const Json&) { directory_signed(view); }

bool is_told_later(View& view, std::string_view during, const Json& json, const Error& error) {
    DirectoryState& state = view.session.directory;
    if (during == "load-directory" || during == "sign-directory") state.at_work = false;
    if (during == "keep-directory" && view.session.territory != nullptr) {
        const std::string& territory = view.session.territory->id;
        set_kept(state, territory, state.kept.count(territory) == 0);
    }
    if (during != "load-directory" || text_member_or(json, "origin", "") != "kept") return false;
    state.kept_fault = error;
    return true;
}

void set_kept(DirectoryState& state, const std::string& territory, bool kept) {
    if (kept)
        state.kept.insert(territory);
    else
        state.kept.erase(territory);
}

void load_kept_directory(View& view) {
    const Territory* territory = view.session.territory;
    DirectoryState& state = view.session.directory;
    if (territory == nullptr || state.learned_fault || state.kept.count(territory->id) == 0) return;
    if (directory_of(view.session, territory) != nullptr) return;
    view.effect("load-directory", {{"territory", territory->id},
                                   {"learned", write_learned_trust(state.learned)},
                                   {"file", ""},
                                   {"signature", ""},
                                   {"kept", true}});
}

} // namespace pli::ui
