// The catalogue: parameters, plurals, faults and failures in words.
#include "ui/passphrase.hpp"
#include "ui/texts.hpp"

#include <gtest/gtest.h>

namespace pli::ui {
namespace {

Texts catalogue() {
    return load_texts(R"({
        "salut": "Bonjour {nom}, à {lieu}",
        "cle.un": "{n} clé", "cle.plusieurs": "{n} clés",
        "fault.required": "« {label} » manque.", "fault.example": "Exemple : {example}.",
        "error.seal.hmac": "Modifié.", "error.recipient.syntax": "ce n’est pas une clé.",
        "error.at-line": "Ligne {line} : {sentence}"
    })")
        .value();
}

TEST(Texts, FillParametersIn) {
    EXPECT_EQ(catalogue().say("salut", {{"nom", "Camille"}, {"lieu", "Arras"}}), "Bonjour Camille, à Arras");
    EXPECT_EQ(catalogue().say("salut"), "Bonjour {nom}, à {lieu}");
    EXPECT_EQ(fill_in("{a", {{"a", "x"}}), "{a");
    EXPECT_EQ(fill_in("{a}{a}", {{"a", "{a}"}}), "{a}{a}") << "values are not filled in again";
}

TEST(Texts, AMissingKeyShowsItself) { EXPECT_EQ(catalogue().say("nulle.part"), "nulle.part"); }

TEST(Texts, ZeroAndOneAreSingularInFrench) {
    EXPECT_EQ(catalogue().say_count("cle", 0), "0 clé");
    EXPECT_EQ(catalogue().say_count("cle", 1), "1 clé");
    EXPECT_EQ(catalogue().say_count("cle", 2), "2 clés");
}

TEST(Texts, AFaultEndsWithTheExampleOfItsField) {
    Fault fault{"required", "nom", Severity::Fault, {{"label", "Nom"}, {"example", "Durand"}}};
    EXPECT_EQ(catalogue().say_fault(fault), "« Nom » manque. Exemple : Durand.");
    fault.params["example"] = "";
    EXPECT_EQ(catalogue().say_fault(fault), "« Nom » manque.");
}

TEST(Texts, AFailureInATextStartsWithItsLine) {
    EXPECT_EQ(catalogue().say_error({"seal.hmac", "byte 12", {}}), "Modifié.");
    EXPECT_EQ(catalogue().say_error({"recipient.syntax", "line 3", {{"line", "3"}}}),
              "Ligne 3 : ce n’est pas une clé.");
}

TEST(Passphrase, IsReadAsItWasDictated) {
    const std::string generated = "abaisser-abandon-abdiquer-abeille-abolir-aborder-aboutir-aboyer";
    EXPECT_EQ(as_generated(generated), generated);
    EXPECT_EQ(as_generated("abaisser abandon abdiquer abeille abolir aborder aboutir aboyer"), generated);
    EXPECT_EQ(as_generated("  Abaisser - abandon ABDIQUER\tabeille abolir aborder aboutir aboyer  "), generated);
    EXPECT_EQ(as_generated("élégant abandon abdiquer abeille abolir aborder aboutir aboyer"),
              "elegant-abandon-abdiquer-abeille-abolir-aborder-aboutir-aboyer");
}

TEST(Passphrase, OfAnotherToolIsLeftAlone) {
    for (const std::string_view typed : {"", " une phrase ", "correct horse battery staple",
                                         "abaisser abandon abdiquer abeille abolir aborder aboutir", // seven words
                                         "Abaisser abandon abdiquer abeille abolir aborder aboutir aboyer!"})
        EXPECT_EQ(as_generated(typed), typed);
}

} // namespace
} // namespace pli::ui
