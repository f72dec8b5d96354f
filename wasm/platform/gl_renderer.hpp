// Draws Dear ImGui's lists with WebGL 2: one program, one texture, one buffer pair.
#pragma once

#include <GLES3/gl3.h>

struct ImDrawData;
struct ImFontAtlas;

namespace pli::platform {

class GlRenderer {
  public:
    /// In the current context; everything of a lost one is forgotten. False when a shader is refused.
    bool create();
    /// Sends the baked atlas to the graphics card.
    void upload(ImFontAtlas& atlas);
    /// `red`… of the ground: 0..1.
    void draw(const ImDrawData& data, float red, float green, float blue);

  private:
    GLuint program_ = 0;
    GLuint texture_ = 0;
    GLuint vertices_ = 0;
    GLuint indices_ = 0;
    GLint scale_ = -1;
};

} // namespace pli::platform
