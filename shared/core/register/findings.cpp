#include "core/register/findings.hpp"

#include "core/identifiers/ascii.hpp"
#include "core/identifiers/search_key.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace pli {

namespace {

constexpr int months_of_inactivity = 2;
constexpr int months_of_absence = 3;

/// Whether that many months have passed since the day, the day itself counted as the first.
bool has_passed(const Date& since, int months, const Date& today) { return add_months(since, months) <= today; }

/// The entries that a person may have by mistake, counted by what they share.
class Likeness {
  public:
    explicit Likeness(const Register& habilitations) {
        for (const Person& person : habilitations.persons)
            if (is_listed(person))
                for (const std::string& key : keys_of(person)) ++count_[key];
    }

    [[nodiscard]] std::size_t count(const Person& person) const {
        std::size_t most = 0;
        for (const std::string& key : keys_of(person)) {
            const auto found = count_.find(key);
            if (found != count_.end()) most = std::max(most, found->second);
        }
        return most;
    }

    static bool is_listed(const Person& person) { return person.habilitation.state != Habilitation::State::Removed; }

  private:
    static std::vector<std::string> keys_of(const Person& person) {
        const UserIdentity& identity = person.identity;
        return {search_key(identity.family_name + " " + identity.given_name) + "|" + iso_date(identity.birth),
                upper_case(identity.mail)};
    }

    std::unordered_map<std::string, std::size_t> count_;
};

class Auditor {
  public:
    Auditor(const Register& habilitations, const Date& today)
        : habilitations_(habilitations), today_(today), likeness_(habilitations) {}

    std::vector<Finding> run() {
        for (; index_ < habilitations_.persons.size(); ++index_) {
            const Person& person = habilitations_.persons[index_];
            if (!Likeness::is_listed(person)) continue;
            look_at_ending(person);
            look_at_absence(person);
            if (has_access(person) && person.habilitation.state == Habilitation::State::Active) look_at_use(person);
            if (const std::size_t count = likeness_.count(person); count > 1)
                add("finding.listed-twice", Remedy::Review, {{"rows", std::to_string(count)}});
            if (person.identity.manager && has_access(person)) add("finding.manager", Remedy::Review, {});
        }
        return std::move(findings_);
    }

  private:
    void add(std::string_view code, Remedy remedy, std::map<std::string, std::string> params) {
        findings_.push_back({std::string(code), index_, remedy, std::move(params)});
    }

    void look_at_ending(const Person& person) {
        if (!person.ending || person.ending->day > today_) return;
        const bool leaves = person.ending->reason == Reason::Departure;
        add(leaves ? "finding.departure" : "finding.change-of-function", Remedy::Remove,
            {{"day", iso_date(person.ending->day)}});
    }

    /// "Absence de plus de trois mois": the day three months later is not yet more.
    void look_at_absence(const Person& person) {
        if (!person.absent || *person.absent > today_) return;
        const bool is_long = add_months(*person.absent, months_of_absence) < today_;
        add(is_long ? "finding.long-absence" : "finding.absence", is_long ? Remedy::Remove : Remedy::Review,
            {{"day", iso_date(*person.absent)}});
    }

    /// "Inactivité du compte depuis deux mois", counted anew from a reactivation. An account that was never
    /// used is not inactive, but each tool that nobody can have used since it was granted is reported.
    void look_at_use(const Person& person) {
        if (person.last_use) {
            const Date since = std::max(*person.last_use, person.habilitation.day.value_or(*person.last_use));
            if (has_passed(since, months_of_inactivity, today_))
                add("finding.inactive", Remedy::Suspend, {{"day", iso_date(*person.last_use)}});
        }
        for (const auto& [tool, grant] : person.tools) {
            const bool unused = !person.last_use || *person.last_use < grant.granted;
            if (is_in_force(grant) && unused && has_passed(grant.granted, months_of_inactivity, today_))
                add("finding.never-used", Remedy::Review, {{"tool", tool}, {"day", iso_date(grant.granted)}});
        }
    }

    const Register& habilitations_;
    const Date& today_;
    Likeness likeness_;
    std::size_t index_ = 0;
    std::vector<Finding> findings_;
};

} // namespace

std::vector<Finding> audit(const Register& habilitations, const Date& today) {
    return Auditor(habilitations, today).run();
}

} // namespace pli
