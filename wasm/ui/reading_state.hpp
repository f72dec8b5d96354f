// A document that was opened, the one that it answers, and what this machine remembers of both.
#pragma once

#include "core/document/print_model.hpp"
#include "core/state/answers.hpp"
#include "ui/locks.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pli::ui {

/// A document that was read from a sealed file.
struct ReadDocument {
    const Form* form = nullptr;
    PrintModel document;
    Answers answers;
    const Territory* territory = nullptr; ///< the writer's; nullptr when it is not in this bundle
    std::string document_id, created, structure, role;
    std::string signer;                       ///< the verifying key that vouches for it; empty: nobody does
    std::vector<std::string> addressee_roles; ///< to whom it was addressed; empty texts where there are no roles
    std::optional<Recipient> reply_key;       ///< its sender's own key, as it says itself
    std::string json;                         ///< its exact fiche.json, or reponse.json
    std::string signature;                    ///< minisign's file for it; empty when nobody signed
    std::string content_sha256;               ///< of json
};

/// What was remembered of documents opened here before this one.
struct OpenedBefore {
    bool remembers = false;     ///< this browser may keep it, and does
    bool damaged = false;       ///< what it kept of this document cannot be read
    std::string first_day;      ///< on which this document was opened for the first time; empty: never before
    bool other_content = false; ///< under the same number there was another content then
    struct Other {
        std::string id, day;
        std::string signer = {}; ///< its verifying key; empty when nobody signed it, or that is not remembered
    };
    std::optional<Other> replaced_by; ///< the document that cancels this one
    std::vector<Other> other_replies; ///< to the same request, that one left out
};

} // namespace pli::ui
