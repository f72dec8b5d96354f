#include "platform/gl_renderer.hpp"

#include <cstddef>
#include <cstdint>
#include <imgui.h>

namespace pli::platform {
namespace {

enum Attribute : GLuint { position, texel, colour };

constexpr const char* vertex_source = R"(#version 300 es
layout(location=0) in vec2 position;
layout(location=1) in vec2 texel;
layout(location=2) in vec4 colour;
uniform vec2 scale;
out vec2 at;
out vec4 tint;
void main() {
    at = texel;
    tint = colour;
    gl_Position = vec4(position * scale + vec2(-1.0, 1.0), 0.0, 1.0);
})";

constexpr const char* fragment_source = R"(#version 300 es
precision mediump float;
uniform sampler2D atlas;
in vec2 at;
in vec4 tint;
out vec4 result;
void main() { result = vec4(tint.rgb, tint.a * texture(atlas, at).r); })";

GLuint compile(GLenum kind, const char* source) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    return shader;
}

const void* offset(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }

void attribute(Attribute index, GLint size, GLenum type, GLboolean normalised, std::size_t at) {
    glEnableVertexAttribArray(index);
    glVertexAttribPointer(index, size, type, normalised, sizeof(ImDrawVert), offset(at));
}

} // namespace

bool GlRenderer::create() {
    program_ = glCreateProgram();
    glAttachShader(program_, compile(GL_VERTEX_SHADER, vertex_source));
    glAttachShader(program_, compile(GL_FRAGMENT_SHADER, fragment_source));
    glLinkProgram(program_);
    GLint linked = 0;
    glGetProgramiv(program_, GL_LINK_STATUS, &linked);
    if (linked == 0) return false;
    scale_ = glGetUniformLocation(program_, "scale");
    glUseProgram(program_);

    glGenBuffers(1, &vertices_);
    glGenBuffers(1, &indices_);
    glBindBuffer(GL_ARRAY_BUFFER, vertices_);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
    attribute(position, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, pos));
    attribute(texel, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, uv));
    attribute(colour, 4, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(ImDrawVert, col));

    glEnable(GL_BLEND);
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_SCISSOR_TEST);
    glGenTextures(1, &texture_);
    return true;
}

void GlRenderer::upload(ImFontAtlas& atlas) {
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    atlas.GetTexDataAsAlpha8(&pixels, &width, &height);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, width, height, 0, GL_RED, GL_UNSIGNED_BYTE, pixels);
}

void GlRenderer::draw(const ImDrawData& data, float red, float green, float blue) {
    const auto width = static_cast<GLsizei>(data.DisplaySize.x);
    const auto height = static_cast<GLsizei>(data.DisplaySize.y);
    glViewport(0, 0, width, height);
    glScissor(0, 0, width, height);
    glClearColor(red, green, blue, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glUniform2f(scale_, 2 / data.DisplaySize.x, -2 / data.DisplaySize.y);
    for (const ImDrawList* const list : data.CmdLists) {
        glBufferData(GL_ARRAY_BUFFER, list->VtxBuffer.size_in_bytes(), list->VtxBuffer.Data, GL_STREAM_DRAW);
        glBufferData(GL_ELEMENT_ARRAY_BUFFER, list->IdxBuffer.size_in_bytes(), list->IdxBuffer.Data, GL_STREAM_DRAW);
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const ImVec4& clip = command.ClipRect;
            glScissor(static_cast<GLint>(clip.x), static_cast<GLint>(data.DisplaySize.y - clip.w),
                      static_cast<GLsizei>(clip.z - clip.x), static_cast<GLsizei>(clip.w - clip.y));
            glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_SHORT,
                           offset(command.IdxOffset * sizeof(ImDrawIdx)));
        }
    }
}

} // namespace pli::platform
