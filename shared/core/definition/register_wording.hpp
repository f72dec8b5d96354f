// What a pack says about the register of habilitations: the tools that can be granted and the wording of
// its columns and values. The register itself is core/register.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// A value of the register's file and how people read it.
struct RegisterWord {
    std::string value;
    std::string label;
};

struct RegisterColumn {
    std::string name; ///< one of register_names::columns
    std::string label;
    std::string hint;                 ///< may be empty
    std::string example;              ///< a correct, synthetic value; may be empty
    std::vector<std::string> headers; ///< search keys of the headers that name it in tables, its label's first
};

struct RegisterWording {
    std::vector<RegisterWord> tools;     ///< in the order in which they are offered
    std::vector<RegisterColumn> columns; ///< all of register_names::columns, in the order of tables
    std::vector<RegisterWord> yes_no;    ///< as register_names::yes_no, and so on
    std::vector<RegisterWord> statuses;
    std::vector<RegisterWord> states;
    std::vector<RegisterWord> reasons;
};

/// The column of this name; nullptr when the pack has no register.
const RegisterColumn* find_column(const RegisterWording& wording, std::string_view name);

/// The label of a value, or the value itself when it has none: a tool that another catalogue named.
std::string label_of(const std::vector<RegisterWord>& words, std::string_view value);

} // namespace pli
