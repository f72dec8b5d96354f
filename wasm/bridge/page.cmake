# pli_page: the page's module (page.mjs and page.wasm), with the screens and Dear ImGui.
set(PLI_IMGUI_DIR ${PROJECT_SOURCE_DIR}/build/third-party/imgui CACHE PATH "Sources of Dear ImGui 1.90.1")
if(NOT EXISTS ${PLI_IMGUI_DIR}/imgui.cpp)
    message(FATAL_ERROR "Dear ImGui 1.90.1 is not in ${PLI_IMGUI_DIR}: ./dev fetches it")
endif()

add_library(pli_imgui STATIC ${PLI_IMGUI_DIR}/imgui.cpp ${PLI_IMGUI_DIR}/imgui_draw.cpp
    ${PLI_IMGUI_DIR}/imgui_tables.cpp ${PLI_IMGUI_DIR}/imgui_widgets.cpp)
target_include_directories(pli_imgui SYSTEM PUBLIC ${PLI_IMGUI_DIR})
target_compile_definitions(pli_imgui PUBLIC IMGUI_USER_CONFIG="${PROJECT_SOURCE_DIR}/wasm/platform/imgui_config.h")
target_compile_options(pli_imgui PRIVATE -w -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)

file(GLOB page_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/wasm/semantics/imgui_*.cpp
    ${PROJECT_SOURCE_DIR}/wasm/platform/*.cpp)
add_executable(pli_page ${PROJECT_SOURCE_DIR}/wasm/bridge/page_abi.cpp ${page_sources})
target_link_libraries(pli_page PRIVATE pli_options pli_ui pli_semantics pli_base pli_imgui)
target_include_directories(pli_page PRIVATE ${PROJECT_SOURCE_DIR}/wasm)
set_target_properties(pli_page PROPERTIES OUTPUT_NAME page SUFFIX .mjs)
# Small before fast: the page is the first load, and nothing in it is slow. Link-time optimisation takes out another
# twentieth; the instructions named are in every browser since 2021 (Chrome 75, Firefox 79, Safari 15).
set(small -Oz -flto -fno-exceptions -fno-rtti -mbulk-memory -msign-ext -mnontrapping-fptoint)
foreach(target pli_imgui pli_page pli_ui pli_semantics pli_document pli_validation pli_state pli_definition
        pli_identifiers pli_base)
    target_compile_options(${target} PRIVATE ${small} -fno-threadsafe-statics)
endforeach()
target_link_options(pli_page PRIVATE ${small} -sENVIRONMENT=web -sMODULARIZE=1 -sEXPORT_ES6=1 -sFILESYSTEM=0 -sINVOKE_RUN=0
    -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=4194304 -sTOTAL_STACK=262144 -sMALLOC=emmalloc
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0
    -sSUPPORT_ERRNO=0 -sDISABLE_EXCEPTION_CATCHING=1 --no-entry)
