// Drafts as the shell tells of them, and somebody who writes and takes up one.
#pragma once

#include "unit/ui/visitor.hpp"

#include <string>

namespace pli::ui::drafts_test {

using nlohmann::json;

inline const std::string code = "abaisser-abandon-abdiquer-abeille-abolir-aborder-aboutir-aboyer";
inline const std::string id(32, 'b');

inline json kept(const std::string& draft = id, const std::string& expires = "2026-11-29",
                 const std::string& locks = "code", const std::string& form = "liaison-ag-tacite") {
    return {{"id", draft}, {"form", form}, {"day", "2026-11-20"}, {"expires", expires}, {"locks", locks}};
}

inline void tell_kept(Visitor& visitor, const json& list) { visitor.shell_answers("drafts", {{"kept", list}}); }

/// The shell has begun to keep the form in progress, under a code.
inline void begin(Visitor& visitor, bool is_kept = true) {
    const json number = visitor.effect("begin-draft").at("number");
    visitor.shell_answers("draft-begun", {{"number", number}, {"id", id}, {"code", code}, {"kept", is_kept}});
}

/// The content that the page hands over when the shell asks for it.
inline json handed(Visitor& visitor) {
    visitor.shell_answers("draft-wanted", {{"number", visitor.effect("draft-changed").at("number")}});
    return json::parse(visitor.effect("keep-draft").at("content").get<std::string>());
}

inline std::string content_typed_so_far(Visitor& visitor) { return handed(visitor).dump(); }

/// A content that a page wrote.
inline std::string sample_content() {
    Visitor writer;
    writer.start_fiche();
    begin(writer);
    writer.type("agent-ft.nom", "Exemple");
    writer.type("agent-ft.telephone", "03 5");
    return content_typed_so_far(writer);
}

inline void unlock(Visitor& visitor) {
    visitor.visit("#/mes-cles");
    visitor.give_file("cle-fichier", "cle.age");
    visitor.write("cle-phrase", code);
    visitor.click("deverrouiller");
    const json keys = {{{"recipient", "age1hybride"}, {"type", "hybrid"}, {"fingerprint", "0"}},
                       {{"recipient", "age1classique"}, {"type", "x25519"}, {"fingerprint", "1"}}};
    visitor.shell_answers("unlocked", {{"recipients", keys}, {"verifyingKey", ""}, {"files", {{"key", "a"}}}});
    visitor.visit("#/");
}

/// Types the code of the kept draft and asks for it.
inline void ask_for_it(Visitor& visitor, const std::string& typed = code) {
    tell_kept(visitor, json::array({kept()}));
    visitor.visit("#/brouillons/" + id);
    visitor.write("brouillon-code-tape", typed);
    visitor.click("ouvrir");
}

inline void shell_opens(Visitor& visitor, const std::string& content, const std::string& draft = id) {
    visitor.shell_answers(
        "draft-opened", {{"number", visitor.effect("resume-draft").at("number")}, {"id", draft}, {"content", content}});
}

} // namespace pli::ui::drafts_test
