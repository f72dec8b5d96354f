// Writes patches as JSON text. Hand-made because it runs after every keystroke and must stay small.
#pragma once

#include "semantics/node.hpp"

#include <string>
#include <string_view>

namespace pli::semantics {

/// The name a role has in patches, see node.hpp.
std::string_view role_name(Role role);

/// Collects operations; each method appends one, in the notation of patch.hpp.
class PatchWriter {
  public:
    void create(const Node& node, std::string_view parent, std::string_view previous);
    void remove(std::string_view key);
    void move(std::string_view key, std::string_view previous);
    /// Only what differs between the two; nothing when they are alike.
    void set(const Node& before, const Node& after);
    void place(const Node& before, const Node& after);
    void height(float pixels);
    void focus(std::string_view key);
    void effect(std::string_view name, std::string_view payload);

    /// The patch, or an empty text when there was no operation.
    std::string finish() &&;

  private:
    void begin(std::string_view operation);
    void text(std::string_view value);
    void number(float value);
    void property(std::string_view key, std::string_view name);
    void end_properties();
    void set_text(std::string_view key, std::string_view name, const std::string& before, const std::string& after);
    void set_flag(std::string_view name, const Node& before, const Node& after, Flag flag);
    void set_options(const Node& before, const Node& after);

    std::string out_;
    bool in_properties_ = false;
};

} // namespace pli::semantics
