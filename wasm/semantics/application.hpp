// What the page runs: something that builds its current screen through Ui.
#pragma once

#include "semantics/ui.hpp"

namespace pli::semantics {

class Application {
  public:
    virtual ~Application() = default;
    /// Declares the current screen. Called once to consume events and once to emit (see ui.hpp), so
    /// everything shown must follow from state alone.
    virtual void build(Ui& ui) = 0;
};

} // namespace pli::semantics
