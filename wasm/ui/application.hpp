// The page as a whole: one session, its screens, and the messages of the shell.
#pragma once

#include "core/base/date.hpp"
#include "core/base/result.hpp"
#include "semantics/application.hpp"

#include <cstdint>
#include <memory>
#include <string_view>

namespace pli::ui {

/// The part of shared/texts/fr.json that the page starts with: all of it, or what shared/texts/first.json names, the
/// rest to come in a message (semantics/patch.hpp).
enum class Catalogue : std::uint8_t { Whole, First };

/// Builds the page from a pack's bundle (definition/pack.hpp) and the message catalogue
/// (shared/texts/fr.json). `today` is the day on the user's machine: dates are checked against it.
/// Errors: those of load_pack and load_texts.
Result<std::unique_ptr<semantics::Application>> create_application(std::string_view pack_bundle, std::string_view texts,
                                                                   const Date& today,
                                                                   Catalogue catalogue = Catalogue::Whole);

} // namespace pli::ui
