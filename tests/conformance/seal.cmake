# The C2SP CCTV vectors (npm "cctv-age") on the native core; the Node tests run them on the wasm build.
find_program(NODE node REQUIRED)
set(vectors ${CMAKE_CURRENT_BINARY_DIR}/age-vectors)
add_custom_command(OUTPUT ${vectors}.stamp
    COMMAND ${NODE} ${CMAKE_CURRENT_SOURCE_DIR}/write_vectors.mjs ${vectors}
    COMMAND ${CMAKE_COMMAND} -E touch ${vectors}.stamp
    DEPENDS write_vectors.mjs vectors.mjs ${PROJECT_SOURCE_DIR}/package-lock.json)
add_custom_target(age_vector_files DEPENDS ${vectors}.stamp)

add_executable(age_vectors age_vectors.cpp)
add_dependencies(age_vectors age_vector_files)
target_link_libraries(age_vectors PRIVATE pli_seal pli_native)
add_test(NAME conformance.age-vectors COMMAND age_vectors ${vectors} 143)

# Our side of the comparison with the stock minisign; minisign_peers.test.mjs runs both.
add_executable(minisign_peer minisign_peer.cpp)
target_link_libraries(minisign_peer PRIVATE pli_seal pli_native)

# …and where it signs directories: directory_peers.test.mjs.
add_executable(directory_peer directory_peer.cpp)
target_link_libraries(directory_peer PRIVATE pli_directory pli_native)
