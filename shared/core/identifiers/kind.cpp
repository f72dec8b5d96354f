#include "core/identifiers/kind.hpp"

#include "core/identifiers/caf_id.hpp"
#include "core/identifiers/clock_time.hpp"
#include "core/identifiers/code_pe.hpp"
#include "core/identifiers/departement.hpp"
#include "core/identifiers/email.hpp"
#include "core/identifiers/free_line.hpp"
#include "core/identifiers/ft_id.hpp"
#include "core/identifiers/insee_commune.hpp"
#include "core/identifiers/nir.hpp"
#include "core/identifiers/person_name.hpp"
#include "core/identifiers/phone.hpp"
#include "core/identifiers/postcode.hpp"
#include "core/identifiers/rome.hpp"
#include "core/identifiers/safir.hpp"
#include "core/identifiers/siren.hpp"

#include <algorithm>
#include <array>

namespace pli {

namespace {

std::string show_as_is(std::string_view canonical) { return std::string(canonical); }

} // namespace

std::span<const Kind> all_kinds() {
    static const std::string name = person_name_pattern();
    static const std::string line = line_pattern();
    static const std::array<Kind, 20> kinds{{
        {"person-name", "", person_name_max_length, name, parse_person_name, show_as_is},
        {"organisation", "", line_max_length, line, parse_organisation, show_as_is},
        {"function", "", line_max_length, line, parse_function, show_as_is},
        {"street", "", line_max_length, line, parse_street, show_as_is},
        {"town", "", line_max_length, line, parse_town, show_as_is},
        {"place", "", line_max_length, line, parse_place, show_as_is},
        {"phone", "tel", 13, phone_pattern, parse_phone, show_phone},
        {"email", "email", email_max_length, email_pattern, parse_email, show_as_is},
        {"postcode", "numeric", 5, postcode_pattern, parse_postcode, show_as_is},
        {"ft-id", "", 11, ft_id_pattern, parse_ft_id, show_as_is},
        {"caf-id", "numeric", 7, caf_id_pattern, parse_caf_id, show_as_is},
        {"nir", "", 15, nir_pattern, parse_nir, show_as_is},
        {"safir", "numeric", 5, safir_pattern, parse_safir, show_as_is},
        {"siren", "numeric", 9, siren_pattern, parse_siren, show_as_is},
        {"siret", "numeric", 14, siret_pattern, parse_siret, show_as_is},
        {"rome", "", 5, rome_pattern, parse_rome, show_as_is},
        {"insee-commune", "", 5, insee_commune_pattern, parse_insee_commune, show_as_is},
        {"departement", "", 3, departement_pattern, parse_departement, show_as_is},
        {"code-pe", "numeric", 3, code_pe_pattern, parse_code_pe, show_as_is},
        {"time", "", 5, time_pattern, parse_time, show_time},
    }};
    return kinds;
}

const Kind* find_kind(std::string_view name) {
    const auto kinds = all_kinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(), [name](const Kind& kind) { return kind.name == name; });
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace pli
