// Expected failures are values: every function of the core that can fail returns a Result.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <variant>

namespace pli {

/// Named values that complete a message ("max" -> "60"). Never personal data.
using Params = std::map<std::string, std::string>;

/// A failure: a stable code, the place where it happened and what a message needs to be helpful.
/// The French sentence belongs to the message catalogue (shared/texts), never to the core.
struct Error {
    std::string code;  ///< stable, dotted: "seal.no-match", "pack.unknown-kind"
    std::string place; ///< field path, JSON pointer, "byte 120", "line 3"; empty when the whole input is meant
    Params params;

    bool operator==(const Error&) const = default;
};

/// Either a value or an Error. No exceptions: the wasm build has none, and the core never aborts.
template <class T> class [[nodiscard]] Result {
  public:
    Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// The value; only after ok() was seen to be true.
    [[nodiscard]] T& value() & { return *std::get_if<0>(&content_); }
    [[nodiscard]] const T& value() const& { return *std::get_if<0>(&content_); }
    [[nodiscard]] T&& value() && { return std::move(*std::get_if<0>(&content_)); }

    /// The failure; only after ok() was seen to be false.
    [[nodiscard]] const Error& error() const { return *std::get_if<1>(&content_); }

  private:
    std::variant<T, Error> content_;
};

struct Unit {
    bool operator==(const Unit&) const = default;
};

/// Result of something that yields nothing but may fail.
using Status = Result<Unit>;
inline Status done() { return Unit{}; }

} // namespace pli
