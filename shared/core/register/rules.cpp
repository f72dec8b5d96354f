#include "core/register/rules.hpp"

#include "core/base/text.hpp"
#include "core/definition/register_names.hpp"
#include "core/identifiers/birth_date.hpp"
#include "core/identifiers/guard_patterns.hpp"
#include "core/identifiers/kind.hpp"
#include "core/identifiers/search_key.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pli {

namespace {

namespace names = register_names;

Error at(Error error, std::string_view column) {
    error.place = column;
    return error;
}

Error plain(std::string_view code, std::string_view column) { return {std::string(code), std::string(column), {}}; }

/// Whether a table says yes or no, or something else. Tables have ticks and numbers for it.
std::optional<bool> yes_or_no(std::string_view typed) {
    constexpr std::array<std::string_view, 6> yes{"oui", "o", "x", "1", "vrai", "true"};
    constexpr std::array<std::string_view, 5> no{"non", "n", "0", "faux", "false"};
    const std::string key = search_key(typed);
    if (std::find(yes.begin(), yes.end(), key) != yes.end()) return true;
    if (std::find(no.begin(), no.end(), key) != no.end()) return false;
    return std::nullopt;
}

/// The acts write "délégataires" and "délégués" alike.
std::optional<WorksFor> works_for_typed(std::string_view typed) {
    std::string key = search_key(typed);
    if (key.ends_with('s')) key.pop_back();
    if (key.empty()) return WorksFor::Partner;
    if (key == "delegue") return WorksFor::Delegate;
    return works_for_named(key);
}

class IdentityReader {
  public:
    IdentityReader(const IdentityEntry& entry, const Date& today) : entry_(entry), today_(today) {}

    IdentityCheck read() {
        text(entry_.family_name, "person-name", names::family_name, check_.identity.family_name);
        text(entry_.given_name, "person-name", names::given_name, check_.identity.given_name);
        read_birth();
        text(entry_.mail, "email", names::mail, check_.identity.mail);
        text(entry_.region, "place", names::region, check_.identity.region);
        read_manager();
        read_works_for();
        return std::move(check_);
    }

  private:
    void refuse(Error error, std::string_view column) { check_.faults.push_back(at(std::move(error), column)); }

    void text(const std::string& typed, std::string_view kind, std::string_view column, std::string& value) {
        Result<std::string> canonical = register_text(kind, typed);
        if (!canonical) {
            refuse(canonical.error(), column);
        } else {
            value = std::move(canonical).value();
        }
    }

    void read_birth() {
        if (fold_spaces(entry_.birth).empty()) return refuse({"required", "", {}}, names::birth);
        const Result<Date> day = parse_typed_date(entry_.birth);
        if (!day) return refuse(day.error(), names::birth);
        if (const Status good = check_birth_date(day.value(), today_); !good) return refuse(good.error(), names::birth);
        check_.identity.birth = day.value();
    }

    void read_manager() {
        if (fold_spaces(entry_.manager).empty()) return refuse({"required", "", {}}, names::manager);
        const auto manager = yes_or_no(entry_.manager);
        if (!manager) return refuse({"choice.unknown", "", {}}, names::manager);
        check_.identity.manager = *manager;
    }

    void read_works_for() {
        const auto works_for = works_for_typed(entry_.works_for);
        if (!works_for) return refuse({"choice.unknown", "", {}}, names::status);
        check_.identity.works_for = *works_for;
        const bool is_named = !fold_spaces(entry_.structure).empty();
        if (*works_for == WorksFor::Partner) {
            if (is_named) refuse({"habilitation.no-structure", "", {}}, names::structure);
        } else if (!is_named) {
            refuse({"habilitation.needs-structure", "", {}}, names::structure);
        } else {
            text(entry_.structure, "organisation", names::structure, check_.identity.structure);
        }
    }

    const IdentityEntry& entry_;
    const Date& today_;
    IdentityCheck check_;
};

bool is_reason_for(Habilitation::State state, const std::optional<Reason>& reason) {
    if (state == Habilitation::State::Active) return !reason;
    return reason && (*reason == Reason::Inactivity) == (state == Habilitation::State::Suspended);
}

bool needs_day(Habilitation::State state) { return state != Habilitation::State::Active; }

} // namespace

Result<std::string> register_text(std::string_view kind_name, std::string_view typed) {
    const std::string folded = fold_spaces(typed);
    if (folded.empty()) return Error{"required", "", {}};
    if (const auto pattern = forbidden_pattern(typed)) return Error{"guard." + std::string(*pattern), "", {}};
    const Kind* kind = find_kind(kind_name);
    if (kind == nullptr) return Error{"choice.unknown", "", {}}; // no column has such a kind
    return kind->parse(folded);
}

IdentityCheck check_identity(const IdentityEntry& entry, const Date& today) {
    return IdentityReader(entry, today).read();
}

IdentityEntry entry_of(const UserIdentity& identity) {
    return {identity.family_name,
            identity.given_name,
            french_date(identity.birth),
            identity.mail,
            identity.region,
            std::string(names::yes_no[identity.manager ? 0 : 1]),
            std::string(name_of(identity.works_for)),
            identity.structure};
}

std::vector<Error> check_days(const Person& person, const Date& written) {
    std::vector<Error> faults;
    const Date& birth = person.identity.birth;
    for (const auto& [tool, grant] : person.tools) {
        if (grant.granted < birth) faults.push_back(plain("habilitation.before-birth", names::tools));
        if (grant.withdrawn && *grant.withdrawn < grant.granted)
            faults.push_back(plain("habilitation.withdrawn-early", names::tools));
        if (grant.formalised && *grant.formalised > written)
            faults.push_back(plain("habilitation.future", names::tools));
    }
    if (person.last_use && *person.last_use > written) faults.push_back(plain("habilitation.future", names::last_use));
    if (person.last_use && *person.last_use < birth)
        faults.push_back(plain("habilitation.before-birth", names::last_use));
    const Habilitation& habilitation = person.habilitation;
    const bool ends = needs_day(habilitation.state);
    if (!is_reason_for(habilitation.state, habilitation.reason) || (ends && !habilitation.day) ||
        (!ends && habilitation.formalised))
        faults.push_back(plain("habilitation.reason", names::state));
    if ((habilitation.day && *habilitation.day > written) ||
        (habilitation.formalised && *habilitation.formalised > written))
        faults.push_back(plain("habilitation.future", names::state));
    const bool leaves = person.ending && (person.ending->reason == Reason::Departure ||
                                          person.ending->reason == Reason::ChangeOfFunction);
    if (person.ending && !leaves) faults.push_back(plain("habilitation.reason", names::ending));
    return faults;
}

std::vector<Error> check_organisation(std::string_view name, std::string_view safir) {
    std::vector<Error> faults;
    if (const auto text = register_text("organisation", name); !text)
        faults.push_back(at(text.error(), names::organisation));
    if (const auto code = register_text("safir", safir); !code) faults.push_back(at(code.error(), names::safir));
    return faults;
}

} // namespace pli
