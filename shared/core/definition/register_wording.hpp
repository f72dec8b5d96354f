// What a pack says about the register of habilitations: the tools that can be granted, the wording of its columns and
// values, and the forms that it fills in. The register itself is core/register.
#pragma once

#include <map>
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

/// An answer of a form that the register knows.
struct RegisterAnswer {
    std::string path;   ///< of the form's item; in a list, of all rows ("utilisateurs.#.nom")
    std::string column; ///< one of register_names::columns, register_names::day (of the state), organisation or safir
    std::map<std::string, std::string, std::less<>> options; ///< value of the column -> the form's; empty: the same
    std::string is;                                          ///< of a Tick: the column's value that ticks it
};

/// What a list of persons is drawn up for: an option of a choice of its form, and the tools that it is about.
struct RegisterScope {
    std::string option;
    std::vector<std::string> tools;
};

/// A form that the register fills in.
struct RegisterForm {
    std::string id;   ///< of the form; empty: the pack names none
    std::string rows; ///< path of the list that has a row for each person; empty: each person has a document
    std::vector<RegisterAnswer> answers;
    std::string scope_path; ///< of the choice that says what a list is for; empty: it is about all tools
    std::vector<RegisterScope> scopes;
};

struct RegisterWording {
    std::vector<RegisterWord> tools;     ///< in the order in which they are offered
    std::vector<RegisterColumn> columns; ///< all of register_names::columns, in the order of tables
    std::vector<RegisterWord> yes_no;    ///< as register_names::yes_no, and so on
    std::vector<RegisterWord> statuses;
    std::vector<RegisterWord> states;
    std::vector<RegisterWord> reasons;
    RegisterForm yearly;     ///< the list of the persons habilitated
    RegisterForm grant;      ///< what one person is granted
    RegisterForm withdrawal; ///< a suspension or removal
};

/// The column of this name; nullptr when the pack has no register.
const RegisterColumn* find_column(const RegisterWording& wording, std::string_view name);

/// The label of a value, or the value itself when it has none: a tool that another catalogue named.
std::string label_of(const std::vector<RegisterWord>& words, std::string_view value);

} // namespace pli
