#include "core/identifiers/ft_id.hpp"

#include "core/identifiers/ascii.hpp"

namespace pli {

Result<std::string> parse_ft_id(std::string_view typed) {
    std::string id = without_spaces(typed);
    if (std::string character = first_outside(alphanumerics, id); !character.empty())
        return Error{"ft-id.character", "", {{"character", std::move(character)}}};
    if (id.size() != 8 && id.size() != 11) return Error{"ft-id.length", "", {{"length", std::to_string(id.size())}}};
    const std::size_t leading_digits = id.size() == 8 ? 7 : 11;
    if (!is_digits(std::string_view(id).substr(0, leading_digits), leading_digits))
        return Error{"ft-id.format", "", {}};
    return id;
}

} // namespace pli
