#include "core/register/faults.hpp"

namespace pli {

Error bad_value(std::string_view name) {
    return {"register.bad-value", "", {{"name", std::string(name)}, {"code", "value"}, {"row", ""}, {"column", ""}}};
}

Error too_many(std::string_view name, std::size_t max) {
    return {"register.too-many",
            "",
            {{"name", std::string(name)}, {"max", std::to_string(max)}, {"row", ""}, {"column", ""}}};
}

} // namespace pli
