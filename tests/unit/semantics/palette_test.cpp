#include "semantics/palette.hpp"

#include <cmath>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <string>

namespace pli::semantics {
namespace {

double luminance(Colour colour) { // WCAG 2.1, relative luminance
    const auto linear = [](int channel) {
        const double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.red()) + 0.7152 * linear(colour.green()) + 0.0722 * linear(colour.blue());
}

double contrast(Colour a, Colour b) {
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

using Pick = Colour Palette::*;

class Themes : public testing::TestWithParam<Palette> {
  protected:
    void expect(Pick front, std::initializer_list<Pick> grounds, double least) {
        for (const Pick ground : grounds)
            EXPECT_GE(contrast(GetParam().*front, GetParam().*ground), least)
                << std::hex << (GetParam().*front).rgb << " on " << (GetParam().*ground).rgb;
    }
};

TEST(Contrast, IsThatOfTheStandard) {
    EXPECT_NEAR(contrast({0x000000}, {0xFFFFFF}), 21.0, 0.001);
    EXPECT_NEAR(contrast({0x777777}, {0xFFFFFF}), 4.48, 0.01);
}

TEST_P(Themes, TextReadsOnEveryGroundItStandsOn) {
    const auto everywhere = {&Palette::paper, &Palette::surface, &Palette::field, &Palette::accent_soft,
                             &Palette::danger_soft};
    for (const Pick text : {&Palette::ink, &Palette::ink_soft, &Palette::accent, &Palette::danger, &Palette::ok})
        expect(text, everywhere, 4.5);
    expect(&Palette::accent_ink, {&Palette::accent}, 4.5);
}

TEST_P(Themes, GraphicsAreSeenOnEveryGroundTheyStandOn) {
    const auto grounds = {&Palette::paper, &Palette::surface, &Palette::field, &Palette::accent_soft,
                          &Palette::danger_soft};
    for (const Pick graphic : {&Palette::line, &Palette::focus, &Palette::accent, &Palette::wax, &Palette::danger})
        expect(graphic, grounds, 3.0);
}

INSTANTIATE_TEST_SUITE_P(Palette, Themes, testing::Values(light_palette, dark_palette),
                         [](const auto& theme) { return theme.index == 0 ? "Light" : "Dark"; });

class PaletteCss : public testing::Test {
  protected:
    void SetUp() override {
        std::ifstream file(PLI_SOURCE_DIR "/web/static/palette.css");
        ASSERT_TRUE(file) << "web/static/palette.css is missing";
        std::stringstream content;
        content << file.rdbuf();
        const std::string css = content.str();
        const auto dark = css.find("@media (prefers-color-scheme: dark)");
        ASSERT_NE(dark, std::string::npos);
        light_css = css.substr(0, dark);
        dark_css = css.substr(dark);
    }

    static std::string value_of(const std::string& css, std::string_view property) {
        const auto at = css.find(std::string(property) + ": ");
        if (at == std::string::npos) return {};
        const auto start = at + property.size() + 2;
        return css.substr(start, css.find(';', start) - start);
    }

    static std::string hexadecimal(Colour colour) {
        char text[8];
        std::snprintf(text, sizeof text, "#%06x", colour.rgb);
        return text;
    }

    std::string light_css, dark_css;
};

TEST_F(PaletteCss, RepeatsEveryColourOfBothThemes) {
    for (const auto& [property, colour] : named_colours) {
        EXPECT_EQ(value_of(light_css, property), hexadecimal(light_palette.*colour)) << property;
        EXPECT_EQ(value_of(dark_css, property), hexadecimal(dark_palette.*colour)) << property << " (dark)";
    }
}

TEST_F(PaletteCss, RepeatsEveryMeasure) {
    for (const auto& [property, pixels] : named_measures)
        EXPECT_EQ(value_of(light_css, property), std::to_string(static_cast<int>(pixels)) + "px") << property;
}

} // namespace
} // namespace pli::semantics
