// E-mail addresses.
#pragma once

#include "core/base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace pli {

inline constexpr std::size_t email_max_length = 254; ///< of a forward path (RFC 5321 section 4.5.3.1.3)

/// One address of the form that HTML gives to <input type=email>, in a domain with a dot. ASCII only:
/// a look-alike letter of another alphabet would send the mail to someone else. Case stays as typed.
/// Errors: email.at (no "@"), email.several, email.space, email.character (params character),
/// email.local (nothing or something odd before the "@"), email.domain, email.too-long (params max,
/// length).
Result<std::string> parse_email(std::string_view typed);

/// https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address, with at least one dot.
inline constexpr std::string_view email_pattern =
    "^[a-zA-Z0-9.!#$%&'*+\\/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
    "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+$";

} // namespace pli
