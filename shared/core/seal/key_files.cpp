#include "core/seal/key_files.hpp"

#include "core/seal/locks.hpp"

#include <map>

namespace pli {

namespace {

std::string_view trim(std::string_view line) {
    constexpr std::string_view spaces = " \t\r";
    const std::size_t start = line.find_first_not_of(spaces);
    if (start == std::string_view::npos) return {};
    return line.substr(start, line.find_last_not_of(spaces) - start + 1);
}

/// Calls take(line, number) for every line that is neither empty nor a comment, until it says false.
void for_each_key_line(std::string_view text, const auto& take) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const std::string_view line = trim(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.empty() || line.starts_with('#')) continue;
        if (!take(line, std::to_string(number))) return;
    }
}

Error at_line(Error error, const std::string& number) {
    error.place = "line " + number;
    error.params["line"] = number;
    return error;
}

Error above(std::string code, std::size_t max) { return {std::move(code), {}, {{"max", std::to_string(max)}}}; }

} // namespace

RecipientList parse_recipients(std::string_view text) {
    RecipientList list;
    if (text.size() > max_recipients_text) {
        list.failures.push_back(above("recipient.too-large", max_recipients_text));
        return list;
    }
    std::map<std::string, std::string> first_lines;
    for_each_key_line(text, [&](std::string_view line, const std::string& number) {
        if (list.recipients.size() + list.failures.size() == max_recipients) {
            list.failures.push_back(at_line(above("recipient.too-many", max_recipients), number));
            return false;
        }
        Result<Recipient> recipient = parse_recipient(line);
        if (!recipient.ok()) {
            list.failures.push_back(at_line(recipient.error(), number));
            return true;
        }
        const auto [first, is_new] = first_lines.emplace(recipient.value().text, number);
        if (is_new)
            list.recipients.push_back(std::move(recipient).value());
        else
            list.failures.push_back(at_line({"recipient.duplicate", {}, {{"first", first->second}}}, number));
        return true;
    });
    if (list.recipients.empty() && list.failures.empty()) list.failures.push_back({"recipient.none", {}, {}});
    return list;
}

IdentityList parse_identities(Crypto& crypto, std::string_view text) {
    IdentityList list;
    if (text.size() > max_identities_text) {
        list.failures.push_back(above("identity.too-large", max_identities_text));
        return list;
    }
    for_each_key_line(text, [&](std::string_view line, const std::string& number) {
        if (list.identities.size() + list.failures.size() == max_identities) {
            list.failures.push_back(at_line(above("identity.too-many", max_identities), number));
            return false;
        }
        Result<Identity> identity = parse_identity(crypto, line);
        if (identity.ok())
            list.identities.push_back(std::move(identity).value());
        else
            list.failures.push_back(at_line(identity.error(), number));
        return true;
    });
    if (list.identities.empty() && list.failures.empty()) list.failures.push_back({"identity.none", {}, {}});
    return list;
}

} // namespace pli
