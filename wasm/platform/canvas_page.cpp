#include "platform/canvas_page.hpp"

#include <cfloat>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_internal.h>

namespace pli::platform {
namespace {

/// Two frames with the same hash look the same: what does not change is not sent to the graphics card.
unsigned hash_of(const ImDrawData& data) {
    ImGuiID hash = 0;
    for (const ImDrawList* const list : data.CmdLists) {
        hash = ImHashData(list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()), hash);
        hash = ImHashData(list->IdxBuffer.Data, static_cast<std::size_t>(list->IdxBuffer.size_in_bytes()), hash);
    }
    return hash;
}

void create_imgui() {
    if (ImGui::GetCurrentContext() != nullptr) return;
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigMemoryCompactTimer = -1; // it would compare times, and the page has none
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.ItemSpacing = {0, 0};
    style.CircleTessellationMaxError = 0.1F;
}

} // namespace

bool CanvasPage::open(const char* selector) {
    EmscriptenWebGLContextAttributes wanted;
    emscripten_webgl_init_context_attributes(&wanted);
    wanted.majorVersion = 2;
    wanted.alpha = false;
    wanted.antialias = false; // Dear ImGui smooths its own edges
    wanted.depth = false;
    wanted.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
    const auto context = emscripten_webgl_create_context(selector, &wanted);
    if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS) return false;
    create_imgui();
    typeface_.forget_atlas();
    open_ = renderer_.create();
    stale_ = true;
    return open_;
}

void CanvasPage::view(const semantics::CanvasView& view, int width, int height) {
    view_ = view;
    width_ = width;
    height_ = height;
    stale_ = true;
}

void CanvasPage::dark(bool dark) {
    palette_ = dark ? &semantics::dark_palette : &semantics::light_palette;
    stale_ = true;
}

void CanvasPage::begin_imgui_frame() {
    ImGuiIO& io = ImGui::GetIO();
    if (typeface_.bake(*io.Fonts, view_.ratio)) {
        renderer_.upload(*io.Fonts);
        stale_ = true;
    }
    io.DisplaySize = {static_cast<float>(width_), static_cast<float>(height_)};
    io.DeltaTime = 1.0F / 60;
    io.MousePos = {-FLT_MAX, -FLT_MAX}; // the DOM knows what the pointer is over, and the scene says so
    ImGui::NewFrame();
}

void CanvasPage::show() {
    ImGui::Render();
    const ImDrawData& data = *ImGui::GetDrawData();
    const unsigned hash = hash_of(data);
    if (!stale_ && hash == shown_) return;
    stale_ = false;
    shown_ = hash;
    const auto channel = [](int value) { return static_cast<float>(value) / 255; };
    const semantics::Colour paper = palette_->paper;
    renderer_.draw(data, channel(paper.red()), channel(paper.green()), channel(paper.blue()));
}

float CanvasPage::draw(semantics::Scene& scene) {
    begin_imgui_frame();
    const float height = painter_.paint(scene, view_, *palette_, typeface_.font());
    show();
    return height;
}

} // namespace pli::platform
