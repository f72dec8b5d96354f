# page.wasm: the screens with all they need of the core, complete by itself in plain HTML. Like the worker's module
# it is a plain WebAssembly reactor without glue code.
add_executable(pli_page bridge/page_abi.cpp platform/text_of_numbers.cpp)
set_target_properties(pli_page PROPERTIES OUTPUT_NAME page SUFFIX .wasm)
target_include_directories(pli_page PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(pli_page PRIVATE pli_options pli_ui pli_semantics pli_base)
target_small(pli_page)
target_link_options(pli_page PRIVATE ${small} --no-entry -sSTANDALONE_WASM=1
    -sINITIAL_MEMORY=4194304 -sTOTAL_STACK=262144 -sALLOW_MEMORY_GROWTH=1 -sMALLOC=emmalloc
    -sSUPPORT_ERRNO=0 -sDISABLE_EXCEPTION_CATCHING=1
    --profiling-funcs) # names, which the cut below needs; they are in neither part
foreach(symbol later_screens later_screens_count later_messages later_messages_count)
    target_link_options(pli_page PRIVATE -Wl,--export=${symbol})
endforeach()
target_link_options(pli_page PRIVATE -Wl,--export-table)

# Once more over all of it after the link: functions that differ in a constant become one, and the rest settles. Then
# page.wasm keeps what a first load needs, and page_rest.wasm has the rest.
find_program(WASM_OPT wasm-opt REQUIRED) # of binaryen, which emscripten depends on
set(whole ${CMAKE_BINARY_DIR}/page_whole.wasm)
add_custom_command(TARGET pli_page POST_BUILD
    BYPRODUCTS ${CMAKE_BINARY_DIR}/page_rest.wasm
    COMMAND ${WASM_OPT} -g --enable-bulk-memory --enable-sign-ext --enable-nontrapping-float-to-int
        --merge-similar-functions -Oz --converge $<TARGET_FILE:pli_page> -o ${whole}
    COMMAND node ${CMAKE_CURRENT_SOURCE_DIR}/bridge/split_page.mjs
        ${whole} $<TARGET_FILE:pli_page> ${CMAKE_BINARY_DIR}/page_rest.wasm)
