#include "core/definition/sender_reader.hpp"

#include "core/definition/territory_reader.hpp"

#include <algorithm>
#include <functional>

namespace pli::definition {

namespace {

/// Whether the sender fills it in.
bool is_the_senders(const Form& form, std::string_view path) {
    const std::vector<const Item*> chain = chain_to(form, path);
    return std::none_of(chain.begin(), chain.end(), std::mem_fn(&Item::receiver_only));
}

/// A text that is in the file.
void check_structure(StrictObject& object, const Form& form, const KnownAnswers& known, std::string_view name,
                     const std::string& path) {
    const auto found = known.find(path);
    if (found == known.end()) {
        object.refuse(why_unknown(known, path), name, path);
    } else if (found->second.control != Control::Text || found->second.capture_only || !is_the_senders(form, path)) {
        object.refuse("bad-value", name, path);
    }
}

/// A role's own path may be that of an answer that is not always given.
void read_by_role(StrictObject& sender, const Json& json, const KnownAnswers& known, Problems& problems, Form& form) {
    StrictObject structures(json, sender.place_of("structure"), problems);
    for (const auto& [role, value] : *json.get_ptr<const Json::object_t*>()) {
        std::string path = structures.text(role);
        if (std::find(form.sender_roles.begin(), form.sender_roles.end(), role) == form.sender_roles.end())
            structures.refuse("unknown-role", role, role);
        if (!path.empty()) check_structure(structures, form, known, role, path);
        form.sender_structures.emplace(role, std::move(path));
    }
}

/// One path for all roles is always given.
void read_for_all(StrictObject& sender, const KnownAnswers& known, Form& form) {
    const std::string path = sender.text("structure", Need::Optional);
    if (path.empty()) return;
    check_structure(sender, form, known, "structure", path);
    const auto found = known.find(path);
    if (found != known.end() && !found->second.always) sender.refuse("bad-value", "structure", path);
    for (const std::string& role : form.sender_roles) form.sender_structures.emplace(role, path);
}

} // namespace

void read_sender(StrictObject& form_file, const KnownAnswers& known, Problems& problems, Form& form) {
    const Json* json = form_file.object("sender");
    if (json == nullptr) return;
    StrictObject sender(*json, form_file.place_of("sender"), problems);
    if (const Json* roles = sender.array("roles")) form.sender_roles = read_names(sender, "roles", *roles);
    const Json* structure = member(*json, "structure");
    const bool by_role = structure != nullptr && structure->is_object();
    const Json* paths = by_role ? sender.object("structure") : nullptr;
    if (paths != nullptr) read_by_role(sender, *paths, known, problems, form);
    if (!by_role) read_for_all(sender, known, form);
    sender.finish();
}

} // namespace pli::definition
