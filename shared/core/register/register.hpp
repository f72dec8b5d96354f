// The register of habilitations that a "responsable de gestion de comptes" (RGC) keeps: who may use which
// common tool, since when, and what became of it. One value, changed by replacing it (edits.hpp).
#pragma once

#include "core/base/date.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// For whom a person works (annexe 2, 3.1): the partner itself, or a structure that acts for it.
enum class WorksFor : std::uint8_t { Partner, Delegate, Provider };

/// What a RGC enters for a user: nom, prénom, date de naissance, mail professionnel, région de rattachement,
/// fonction manager ou non. Texts are in the canonical form of their kind.
struct UserIdentity {
    std::string family_name;
    std::string given_name;
    Date birth;
    std::string mail;
    std::string region;
    bool manager = false;
    WorksFor works_for = WorksFor::Partner;
    std::string structure; ///< of a delegate or provider; empty for the partner's own staff

    bool operator==(const UserIdentity&) const = default;
};

/// A tool granted from a day on, perhaps withdrawn on a later one.
struct Grant {
    Date granted;
    std::optional<Date> withdrawn;
    std::optional<Date> formalised = std::nullopt; ///< day on which its nominative form was produced

    bool operator==(const Grant&) const = default;
};

/// Inactivity suspends; the others remove (article 5.1; annexe 2, 3.1).
enum class Reason : std::uint8_t { Inactivity, Departure, ChangeOfFunction, Absence, Breach };

/// Suspended and Removed have a reason and a day. Active has a day once it was reactivated, never a reason.
struct Habilitation {
    enum class State : std::uint8_t { Active, Suspended, Removed };
    State state = State::Active;
    std::optional<Reason> reason;
    std::optional<Date> day;
    std::optional<Date> formalised = std::nullopt; ///< day on which the form of its end was produced

    bool operator==(const Habilitation&) const = default;
};

/// Why and from which day on somebody no longer needs the tools: Departure or ChangeOfFunction.
struct Ending {
    Reason reason = Reason::Departure;
    Date day;

    bool operator==(const Ending&) const = default;
};

struct Person {
    std::string id; ///< 32 hex digits, random, given by the caller; never changes
    UserIdentity identity;
    std::map<std::string, Grant, std::less<>> tools; ///< by the tool's name in the pack
    std::optional<Date> last_use;
    std::optional<Date> absent; ///< first day of an absence that lasts
    std::optional<Ending> ending;
    Habilitation habilitation;

    bool operator==(const Person&) const = default;
};

struct Register {
    std::string id;                        ///< 32 hex digits: the same in all versions of one register
    std::int64_t version = 1;              ///< one more than the greatest of its predecessors'
    Date saved;                            ///< the day on which this version was made
    std::vector<std::string> ancestors;    ///< SHA-256 of earlier versions' texts, 64 hex digits, latest first
    std::string territory = std::string(); ///< id: whose tools are granted; empty when it was never said
    std::string organisation;              ///< raison sociale
    std::string safir;                     ///< code SAFIR
    std::vector<Person> persons;           ///< by id, ascending, each once
    std::vector<std::string> erased;       ///< ids of persons erased from it, ascending: no other trace is kept

    bool operator==(const Register&) const = default;
};

namespace register_limits {
inline constexpr std::size_t persons = 20000;
inline constexpr std::size_t ancestors = 200; ///< those kept: a merge brings in those of both sides
inline constexpr std::size_t erased = 100000;
inline constexpr std::size_t tools = 200;                    ///< of one person
inline constexpr std::size_t bytes = std::size_t{32} << 20U; ///< of the text
} // namespace register_limits

/// The person with this id, or nullptr. The register keeps its order.
const Person* find_person(const Register& habilitations, std::string_view id);

/// Whether this is an id (32 hex digits) that nobody has nor had, were they erased.
bool is_free_id(const Register& habilitations, std::string_view id);

/// Whether a grant is in force: not withdrawn.
bool is_in_force(const Grant& grant);

/// Whether any tool is granted and the habilitation is not removed.
bool has_access(const Person& person);

/// Names of the file for values, and back (nothing for another name).
std::string_view name_of(WorksFor value);
std::string_view name_of(Reason value);
std::string_view name_of(Habilitation::State value);
std::optional<WorksFor> works_for_named(std::string_view name);
std::optional<Reason> reason_named(std::string_view name);
std::optional<Habilitation::State> state_named(std::string_view name);

} // namespace pli
