# page.wasm: the screens with all they need of the core, complete by itself in plain HTML. Like the worker's module
# it is a plain WebAssembly reactor without glue code.
add_executable(pli_page bridge/page_abi.cpp platform/printf_without_floats.cpp)
set_target_properties(pli_page PROPERTIES OUTPUT_NAME page SUFFIX .wasm)
target_include_directories(pli_page PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(pli_page PRIVATE pli_options pli_ui pli_semantics pli_base)
target_small(pli_page)
target_link_options(pli_page PRIVATE ${small} --no-entry -sSTANDALONE_WASM=1
    -sINITIAL_MEMORY=4194304 -sTOTAL_STACK=262144 -sALLOW_MEMORY_GROWTH=1 -sMALLOC=emmalloc
    -sSUPPORT_ERRNO=0 -sDISABLE_EXCEPTION_CATCHING=1)
