#include "core/definition/territory_reader.hpp"

#include "core/definition/formats.hpp"

namespace pli::definition {

namespace {

/// Adds a family to the territory. A form is offered once.
void read_family(const Json& json, const std::string& place, const Pack& pack, Problems& problems,
                 Territory& territory) {
    StrictObject object(json, place, problems);
    Family& family = territory.families.emplace_back();
    family.title = object.text("title");
    const Json* offered = object.array("forms");
    object.finish();
    if (offered == nullptr) return;
    for (const Json& id : *offered) {
        const auto* text = id.get_ptr<const std::string*>();
        if (text == nullptr) {
            object.refuse("wrong-type", "forms", "forms");
        } else if (find_form(pack, *text) == nullptr) {
            object.refuse("missing-file", "forms", *text);
        } else if (offers(territory, *text)) {
            object.refuse("duplicate-name", "forms", *text);
        } else {
            family.forms.push_back(*text);
        }
    }
}

} // namespace

Territory read_territory(StrictObject& object, const Pack& pack, Problems& problems) {
    Territory territory;
    object.text("kind");
    territory.id = object.name("id");
    territory.title = object.text("title");
    territory.version = object.text("version");
    if (!is_version(territory.version)) object.refuse("bad-value", "version", territory.version);
    if (const Json* families = object.array("families"))
        for (const Json& json : *families)
            read_family(json, pointer_to(object.place_of("families"), territory.families.size()), pack, problems,
                        territory);
    return territory;
}

} // namespace pli::definition
