// The catalogue of French wording: flat keys, sentences with {parameters}.
#pragma once

#include "core/base/json.hpp"
#include "core/base/result.hpp"
#include "core/validation/faults.hpp"

#include <map>
#include <string>
#include <string_view>

namespace pli::ui {

/// "Le {jour}" with {"jour": "22/11/2026"} -> "Le 22/11/2026". Unknown parameters stay as they are.
std::string fill_in(std::string_view sentence, const Params& params);

class Texts {
  public:
    /// The rest of the catalogue, once it is there. Errors: those of load_texts.
    Status add(const Json& sentences);

    /// The sentence with this key; the key itself when there is none (tests/checks/texts.mjs keeps
    /// that from happening).
    [[nodiscard]] std::string say(std::string_view key, const Params& params = {}) const;

    /// key + ".un" for 0 and 1, as French counts, else key + ".plusieurs"; {n} is the number.
    [[nodiscard]] std::string say_count(std::string_view key, std::size_t n) const;

    /// What is wrong, what is expected, and the item's example when it has one.
    [[nodiscard]] std::string say_fault(const Fault& fault) const;

    /// One sentence for a failure; a line number is said first when the failure has one.
    [[nodiscard]] std::string say_error(const Error& error) const;

  private:
    std::map<std::string, std::string, std::less<>> sentences_;
};

/// Reads the catalogue, a JSON object of texts. Errors: those of parse_json; texts.wrong-type.
Result<Texts> load_texts(std::string_view json);

} // namespace pli::ui
