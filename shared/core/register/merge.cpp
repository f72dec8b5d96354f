#include "core/definition/register_names.hpp"
#include "core/definition/register_wording.hpp"
#include "core/register/faults.hpp"
#include "core/register/lineage.hpp"
#include "core/register/rules.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace pli {

namespace {

namespace names = register_names;

/// One field of a person: whether two persons agree on it, and how one takes it from the other. The last use is
/// none: the later one is right.
struct Field {
    std::string_view name;
    bool (*agrees)(const Person& one, const Person& other);
    void (*take)(Person& into, const Person& from);
};

template <auto Member> constexpr Field identity_field(std::string_view name) {
    return {name, [](const Person& one, const Person& other) { return one.identity.*Member == other.identity.*Member; },
            [](Person& into, const Person& from) { into.identity.*Member = from.identity.*Member; }};
}

template <auto Member> constexpr Field person_field(std::string_view name) {
    return {name, [](const Person& one, const Person& other) { return one.*Member == other.*Member; },
            [](Person& into, const Person& from) { into.*Member = from.*Member; }};
}

/// A structure means nothing without for whom its people work: the two are taken together.
bool attachment_agrees(const Person& one, const Person& other) {
    return one.identity.works_for == other.identity.works_for && one.identity.structure == other.identity.structure;
}

void take_attachment(Person& into, const Person& from) {
    into.identity.works_for = from.identity.works_for;
    into.identity.structure = from.identity.structure;
}

/// The day on which a form was produced is no difference: whichever side knows it is right.
bool habilitation_agrees(const Person& one, const Person& other) {
    const Habilitation& mine = one.habilitation;
    const Habilitation& theirs = other.habilitation;
    return mine.state == theirs.state && mine.reason == theirs.reason && mine.day == theirs.day;
}

void take_habilitation(Person& into, const Person& from) { into.habilitation = from.habilitation; }

/// The earlier of two days of which either may be unknown.
std::optional<Date> earlier(const std::optional<Date>& one, const std::optional<Date>& other) {
    if (!one || !other) return one ? one : other;
    return std::min(*one, *other);
}

constexpr std::array<Field, 10> fields{{
    identity_field<&UserIdentity::family_name>(names::family_name),
    identity_field<&UserIdentity::given_name>(names::given_name),
    identity_field<&UserIdentity::birth>(names::birth),
    identity_field<&UserIdentity::mail>(names::mail),
    identity_field<&UserIdentity::region>(names::region),
    identity_field<&UserIdentity::manager>(names::manager),
    {names::attachment, attachment_agrees, take_attachment},
    person_field<&Person::absent>(names::absent),
    person_field<&Person::ending>(names::ending),
    {names::state, habilitation_agrees, take_habilitation},
}};

const Grant* grant_of(const Person& person, std::string_view tool) {
    const auto found = person.tools.find(tool);
    return found == person.tools.end() ? nullptr : &found->second;
}

bool same_grant(const Grant* one, const Grant* other) {
    if (one == nullptr || other == nullptr) return one == other;
    return one->granted == other->granted && one->withdrawn == other->withdrawn;
}

class Merger {
  public:
    Merger(const Version& mine, const Version& theirs, const Register* base, const std::vector<Side>& choices)
        : mine_(mine), theirs_(theirs), base_(base), choices_(choices) {}

    Result<Merge> run(const Date& today) {
        merge_.content = mine_.content;
        merge_.content.saved = std::max({mine_.content.saved, theirs_.content.saved, today});
        merge_.content.version = std::max(mine_.content.version, theirs_.content.version) + 1;
        merge_.content.ancestors = merged_ancestors();
        merge_organisation();
        merge_persons();
        merge_.content.erased.assign(erased_.begin(), erased_.end());
        if (merge_.content.persons.size() > register_limits::persons)
            return too_many(names::persons, register_limits::persons);
        for (const Person& person : merge_.content.persons) {
            const std::vector<Error> faults = check_days(person, merge_.content.saved);
            if (!faults.empty()) return Error{"register.merge", person.id, {{"code", faults.front().code}}};
        }
        return std::move(merge_);
    }

  private:
    /// Notes a conflict and says which side was chosen for it.
    Side settle(MergeConflict conflict) {
        const std::size_t index = merge_.conflicts.size();
        merge_.conflicts.push_back(std::move(conflict));
        return index < choices_.size() ? choices_[index] : Side::Mine;
    }

    [[nodiscard]] std::vector<std::string> merged_ancestors() const {
        std::vector<std::string> hashes;
        std::set<std::string, std::less<>> known;
        const auto add = [&](std::string_view hash) {
            if (hashes.size() < register_limits::ancestors && known.emplace(hash).second) hashes.emplace_back(hash);
        };
        add(mine_.sha256);
        add(theirs_.sha256);
        const auto& ours = mine_.content.ancestors;
        const auto& others = theirs_.content.ancestors;
        for (std::size_t i = 0; i < std::max(ours.size(), others.size()); ++i) {
            if (i < ours.size()) add(ours[i]);
            if (i < others.size()) add(others[i]);
        }
        return hashes;
    }

    void merge_organisation() {
        merge_text(&Register::organisation, names::organisation);
        merge_text(&Register::safir, names::safir);
        if (merge_.content.territory.empty()) merge_.content.territory = theirs_.content.territory;
    }

    void merge_text(std::string Register::*member, std::string_view name) {
        const std::string& ours = mine_.content.*member;
        const std::string& others = theirs_.content.*member;
        if (ours == others || (base_ != nullptr && base_->*member == others)) return;
        const bool only_they_changed = base_ != nullptr && base_->*member == ours;
        if (only_they_changed || settle({"", std::string(name), "", false}) == Side::Theirs)
            merge_.content.*member = others;
    }

    /// Walks both lists, which have the same order, side by side.
    void merge_persons() {
        erased_.insert(mine_.content.erased.begin(), mine_.content.erased.end());
        erased_.insert(theirs_.content.erased.begin(), theirs_.content.erased.end());
        merge_.content.persons.clear();
        const auto& ours = mine_.content.persons;
        const auto& others = theirs_.content.persons;
        std::size_t i = 0;
        std::size_t k = 0;
        while (i < ours.size() || k < others.size()) {
            if (k == others.size() || (i < ours.size() && ours[i].id < others[k].id)) {
                keep_or_erase(ours[i++], false);
            } else if (i == ours.size() || others[k].id < ours[i].id) {
                keep_or_erase(others[k++], true);
            } else {
                merge_.content.persons.push_back(merge_person(ours[i++], others[k++]));
            }
        }
    }

    /// Somebody whom one side alone has. What the other side erased goes, unless it was changed meanwhile.
    void keep_or_erase(const Person& person, bool erased_by_me) {
        bool keeps = true;
        if (erased_.contains(person.id)) {
            const Person* before = base_ == nullptr ? nullptr : find_person(*base_, person.id);
            const bool untouched = before != nullptr && *before == person;
            const Side keeper = erased_by_me ? Side::Theirs : Side::Mine;
            keeps = !untouched && settle({person.id, "", "", erased_by_me}) == keeper;
        }
        if (!keeps) return;
        erased_.erase(person.id);
        merge_.content.persons.push_back(person);
    }

    Person merge_person(const Person& ours, const Person& others) {
        const Person* before = base_ == nullptr ? nullptr : find_person(*base_, ours.id);
        Person person = ours;
        for (const Field& field : fields) {
            if (field.agrees(ours, others) || (before != nullptr && field.agrees(*before, others))) continue;
            const bool only_they_changed = before != nullptr && field.agrees(*before, ours);
            if (only_they_changed || settle({ours.id, std::string(field.name), "", false}) == Side::Theirs)
                field.take(person, others);
        }
        if (habilitation_agrees(ours, others))
            person.habilitation.formalised = earlier(ours.habilitation.formalised, others.habilitation.formalised);
        merge_tools(person, ours, others, before);
        merge_formalised(person, ours, others);
        if (others.last_use && (!ours.last_use || *ours.last_use < *others.last_use)) person.last_use = others.last_use;
        return person;
    }

    void merge_tools(Person& person, const Person& ours, const Person& others, const Person* before) {
        std::set<std::string> tools;
        for (const Person* side : {&ours, &others})
            for (const auto& entry : side->tools) tools.insert(entry.first);
        for (const std::string& tool : tools) {
            const Grant* mine = grant_of(ours, tool);
            const Grant* theirs = grant_of(others, tool);
            const Grant* then = before == nullptr ? nullptr : grant_of(*before, tool);
            // Tools are withdrawn, they never leave a list: one that a single side has was granted there.
            if (theirs == nullptr || same_grant(mine, theirs)) continue;
            if (before != nullptr && same_grant(then, theirs)) continue;
            const bool only_they_changed = mine == nullptr || (before != nullptr && same_grant(then, mine));
            if (only_they_changed || settle({ours.id, std::string(names::tools), tool, false}) == Side::Theirs)
                person.tools[tool] = *theirs;
        }
    }

    /// A form that either side produced for a grant was produced for it.
    static void merge_formalised(Person& person, const Person& ours, const Person& others) {
        for (auto& [tool, grant] : person.tools)
            for (const Person* side : {&ours, &others})
                if (const Grant* known = grant_of(*side, tool); known != nullptr && known->granted == grant.granted)
                    grant.formalised = earlier(grant.formalised, known->formalised);
    }

    const Version& mine_;
    const Version& theirs_;
    const Register* base_;
    const std::vector<Side>& choices_;
    std::set<std::string, std::less<>> erased_;
    Merge merge_;
};

std::string day_text(const std::optional<Date>& day) { return day ? french_date(*day) : std::string(); }

/// The parts that say something, with a space between.
std::string joined(std::initializer_list<std::string> parts) {
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty() && !part.empty()) text += ' ';
        text += part;
    }
    return text;
}

std::string grant_text(const Grant& grant) {
    const std::string from = french_date(grant.granted);
    return grant.withdrawn ? from + " - " + french_date(*grant.withdrawn) : from;
}

} // namespace

Result<Merge> merge_registers(const Version& mine, const Version& theirs, const Register* base,
                              const std::vector<Side>& choices, const Date& today) {
    if (mine.content.id != theirs.content.id || (base != nullptr && base->id != mine.content.id))
        return Error{"register.unrelated", "", {}};
    return Merger(mine, theirs, base, choices).run(today);
}

std::string field_text(const Person& person, std::string_view field, std::string_view tool,
                       const RegisterWording& wording) {
    const UserIdentity& identity = person.identity;
    if (field == names::family_name) return identity.family_name;
    if (field == names::given_name) return identity.given_name;
    if (field == names::birth) return french_date(identity.birth);
    if (field == names::mail) return identity.mail;
    if (field == names::region) return identity.region;
    if (field == names::manager) return label_of(wording.yes_no, names::yes_no[identity.manager ? 0 : 1]);
    if (field == names::attachment)
        return joined({label_of(wording.statuses, name_of(identity.works_for)), identity.structure});
    if (field == names::absent) return day_text(person.absent);
    if (field == names::last_use) return day_text(person.last_use);
    if (field == names::ending && person.ending)
        return joined({label_of(wording.reasons, name_of(person.ending->reason)), french_date(person.ending->day)});
    if (field == names::state)
        return joined({label_of(wording.states, name_of(person.habilitation.state)),
                       person.habilitation.reason ? label_of(wording.reasons, name_of(*person.habilitation.reason))
                                                  : std::string(),
                       day_text(person.habilitation.day)});
    if (const Grant* grant = field == names::tools ? grant_of(person, tool) : nullptr) return grant_text(*grant);
    return {};
}

} // namespace pli
