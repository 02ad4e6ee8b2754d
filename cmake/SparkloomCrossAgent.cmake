# SPDX-License-Identifier: GPL-3.0-or-later
# The agent programs that the application carries: ${CMAKE_BINARY_DIR}/agents/<uname -m>/sparkloom-agent, stripped.
# SPARKLOOM_AGENT_IMAGES lists them as machine=path; the target sparkloom_agent_images builds them all.
include(ExternalProject)

set(native ${CMAKE_SYSTEM_PROCESSOR})
set(images)

# The native one is this build's own program, unless it is instrumented: then it would not run elsewhere.
set(native_image ${CMAKE_BINARY_DIR}/agents/${native}/sparkloom-agent)
if(SPARKLOOM_SANITIZE)
    set(native_strip --strip-debug) # sanitizer runtimes want their symbols
else()
    set(native_strip --strip-all)
endif()
add_custom_command(OUTPUT ${native_image}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/agents/${native}
    COMMAND ${CMAKE_STRIP} ${native_strip} -o ${native_image} $<TARGET_FILE:sparkloom-agent>
    DEPENDS sparkloom-agent VERBATIM)
list(APPEND images ${native}=${native_image})
set(image_files ${native_image})

if(native STREQUAL "x86_64")
    set(other aarch64)
else()
    set(other x86_64)
endif()
find_program(SPARKLOOM_CROSS_COMPILER ${other}-linux-gnu-g++)
find_program(SPARKLOOM_CROSS_STRIP ${other}-linux-gnu-strip)

if(SPARKLOOM_CROSS_AGENT AND SPARKLOOM_CROSS_COMPILER AND SPARKLOOM_CROSS_STRIP)
    set(other_image ${CMAKE_BINARY_DIR}/agents/${other}/sparkloom-agent)
    find_package(nlohmann_json 3.11 REQUIRED) # header only: the native package serves every architecture
    ExternalProject_Add(sparkloom_other_agent
        SOURCE_DIR ${CMAKE_SOURCE_DIR}
        BINARY_DIR ${CMAKE_BINARY_DIR}/agent-${other}
        PREFIX ${CMAKE_BINARY_DIR}/agent-${other}-steps
        CMAKE_ARGS -DCMAKE_SYSTEM_NAME=Linux -DCMAKE_SYSTEM_PROCESSOR=${other} -DCMAKE_BUILD_TYPE=MinSizeRel
            -DCMAKE_CXX_COMPILER=${SPARKLOOM_CROSS_COMPILER} -DSPARKLOOM_WERROR=${SPARKLOOM_WERROR} -DSPARKLOOM_PRECOMPILE=${SPARKLOOM_PRECOMPILE}
            "-DSPARKLOOM_PARTS=base$<SEMICOLON>domain$<SEMICOLON>protocol$<SEMICOLON>agent" -DSPARKLOOM_TESTS=OFF
            -DSPARKLOOM_CROSS_AGENT=OFF -Dnlohmann_json_DIR=${nlohmann_json_DIR}
            -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=8 # much less to read; the native one is built file by file
        CMAKE_GENERATOR ${CMAKE_GENERATOR}
        # All in one step: what embeds the image waits for the step that its byproduct belongs to.
        BUILD_COMMAND ${CMAKE_COMMAND} --build <BINARY_DIR> --target sparkloom-agent
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/agents/${other}
        COMMAND ${SPARKLOOM_CROSS_STRIP} --strip-all -o <BINARY_DIR>/sparkloom-agent.stripped <BINARY_DIR>/bin/sparkloom-agent
        COMMAND ${CMAKE_COMMAND} -E copy_if_different <BINARY_DIR>/sparkloom-agent.stripped ${other_image}
        INSTALL_COMMAND ""
        BUILD_ALWAYS ON
        BUILD_BYPRODUCTS ${other_image})
    list(APPEND images ${other}=${other_image})
    list(APPEND image_files ${other_image})
elseif(SPARKLOOM_CROSS_AGENT)
    message(STATUS "No ${other}-linux-gnu-g++: the application will carry the agent for ${native} only")
endif()

add_custom_target(sparkloom_agent_images ALL DEPENDS ${native_image})
if(TARGET sparkloom_other_agent)
    add_dependencies(sparkloom_agent_images sparkloom_other_agent)
endif()
set(SPARKLOOM_AGENT_IMAGES ${images} CACHE INTERNAL "machine=path of every agent program")
set(SPARKLOOM_AGENT_FILES ${image_files} CACHE INTERNAL "paths of every agent program")
