# worker.wasm: the core without the user interface, for the sealing worker and for Node. It is a plain
# WebAssembly reactor: the only imports are the cryptographic host's, so there is no glue code.
add_executable(pli_worker
    bridge/frame.cpp
    bridge/host_crypto.cpp
    bridge/locks_input.cpp
    bridge/reply_input.cpp
    bridge/worker_abi.cpp
    bridge/worker_core.cpp
    bridge/worker_directory.cpp
    bridge/worker_drafts.cpp
    bridge/worker_fiche.cpp
    bridge/worker_keys.cpp
    bridge/worker_sevenzip.cpp
    bridge/worker_workbook.cpp)
set_target_properties(pli_worker PROPERTIES OUTPUT_NAME worker SUFFIX .wasm)
target_include_directories(pli_worker PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(pli_worker PRIVATE pli_directory pli_document pli_register pli_seal)

set(EXPORTS request_buffer wipe_buffers
    pli_load_pack pli_recipients pli_identities pli_passphrase
    pli_make_keys pli_unseal_keys pli_hold_keys pli_reseal_keys pli_sign_fiche
    pli_verify_directory pli_sign_directory
    pli_document pli_seal_fiche pli_seal_register pli_open_fiche pli_inspect
    pli_seven_zip_files pli_check_seven_zip pli_open_seven_zip
    pli_seal_draft pli_open_draft
    pli_workbook_parts pli_workbook
    pli_digest_begin pli_digest_push pli_digest_finish
    pli_seal_begin pli_seal_push pli_seal_finish
    pli_open_begin pli_open_push pli_open_finish)
list(TRANSFORM EXPORTS PREPEND _)
list(JOIN EXPORTS "," exports)

# Emscripten 3.1.6 takes imports of a module of our own ("host") for undefined symbols; a symbol that really is
# missing becomes an import too, and no test could instantiate the module.
# A small memory that grows: a stream needs about 4 MiB whatever its length.
target_link_options(pli_worker PRIVATE --no-entry -sSTANDALONE_WASM=1 -sEXPORTED_FUNCTIONS=${exports}
    -sINITIAL_MEMORY=2097152 -sTOTAL_STACK=262144 -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=1073741824
    -sMALLOC=emmalloc -sERROR_ON_UNDEFINED_SYMBOLS=0 -sWARN_ON_UNDEFINED_SYMBOLS=0)
