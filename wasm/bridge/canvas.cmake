# The canvas' module (canvas.mjs and canvas.wasm): Dear ImGui and its way to WebGL, of nothing but scenes. It is
# fetched only where a canvas is worth its while.
set(PLI_IMGUI_DIR ${PROJECT_SOURCE_DIR}/build/third-party/imgui CACHE PATH "Sources of Dear ImGui 1.90.1")
if(NOT EXISTS ${PLI_IMGUI_DIR}/imgui.cpp)
    message(FATAL_ERROR "Dear ImGui 1.90.1 is not in ${PLI_IMGUI_DIR}: ./dev fetches it")
endif()

add_library(pli_imgui STATIC ${PLI_IMGUI_DIR}/imgui.cpp ${PLI_IMGUI_DIR}/imgui_draw.cpp
    ${PLI_IMGUI_DIR}/imgui_tables.cpp ${PLI_IMGUI_DIR}/imgui_widgets.cpp)
target_include_directories(pli_imgui SYSTEM PUBLIC ${PLI_IMGUI_DIR})
target_compile_definitions(pli_imgui PUBLIC IMGUI_USER_CONFIG="${PROJECT_SOURCE_DIR}/wasm/platform/imgui_config.h")
target_compile_options(pli_imgui PRIVATE -w -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)

file(GLOB canvas_sources CONFIGURE_DEPENDS semantics/imgui_*.cpp platform/*.cpp)
add_executable(pli_canvas bridge/canvas_abi.cpp ${canvas_sources})
set_target_properties(pli_canvas PROPERTIES OUTPUT_NAME canvas SUFFIX .mjs)
target_include_directories(pli_canvas PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(pli_canvas PRIVATE pli_options pli_semantics pli_base pli_imgui)
target_small(pli_canvas pli_imgui)
target_link_options(pli_canvas PRIVATE ${small} -sENVIRONMENT=web -sMODULARIZE=1 -sEXPORT_ES6=1 -sFILESYSTEM=0
    -sINVOKE_RUN=0 -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=4194304 -sTOTAL_STACK=262144 -sMALLOC=emmalloc
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0
    -sSUPPORT_ERRNO=0 -sDISABLE_EXCEPTION_CATCHING=1 --no-entry)
