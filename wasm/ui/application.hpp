// The page as a whole: one session, its screens, and the messages of the shell.
#pragma once

#include "core/base/date.hpp"
#include "core/base/result.hpp"
#include "semantics/application.hpp"

#include <memory>
#include <string_view>

namespace pli::ui {

/// Builds the page from a pack's bundle (definition/pack.hpp) and the message catalogue
/// (shared/texts/fr.json). `today` is the day on the user's machine: dates are checked against it.
/// Errors: those of load_pack and load_texts.
Result<std::unique_ptr<semantics::Application>> create_application(std::string_view pack_bundle, std::string_view texts,
                                                                   const Date& today);

} // namespace pli::ui
