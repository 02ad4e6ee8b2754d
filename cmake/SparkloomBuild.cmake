# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler settings for our own targets, and the helpers that declare libraries and programs.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

# A compiler cache, where there is one, makes several build folders of one tree cheap.
find_program(SPARKLOOM_CCACHE ccache)
if(SPARKLOOM_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros ${SPARKLOOM_CCACHE})
endif()

add_library(sparkloom_options INTERFACE)
target_include_directories(sparkloom_options INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(sparkloom_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wformat=2 -Wundef
    -fstack-protector-strong)
target_compile_definitions(sparkloom_options INTERFACE SPARKLOOM_VERSION="${PROJECT_VERSION}" _GLIBCXX_ASSERTIONS)
if(SPARKLOOM_WERROR)
    target_compile_options(sparkloom_options INTERFACE -Werror)
endif()
if(SPARKLOOM_SANITIZE)
    target_compile_options(sparkloom_options INTERFACE -fsanitize=${SPARKLOOM_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(sparkloom_options INTERFACE -fsanitize=${SPARKLOOM_SANITIZE})
    # Functions of CUDA, NCCL and libibverbs are called by types of our own.
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND SPARKLOOM_SANITIZE MATCHES "undefined")
        target_compile_options(sparkloom_options INTERFACE -fno-sanitize=function)
    endif()
endif()
target_link_options(sparkloom_options INTERFACE -Wl,-z,relro,-z,now)

# Many test programs link the same libraries: a fast linker saves minutes where there is one.
find_program(SPARKLOOM_MOLD mold)
if(SPARKLOOM_MOLD AND NOT CMAKE_CROSSCOMPILING AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_link_options(sparkloom_options INTERFACE -fuse-ld=mold)
endif()

# Settings for code that uses Qt: no implicit conversions from or to char pointers, no keyword macros.
add_library(sparkloom_qt_options INTERFACE)
target_link_libraries(sparkloom_qt_options INTERFACE sparkloom_options)
target_compile_definitions(sparkloom_qt_options INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
    QT_NO_KEYWORDS)

# GCC collects its garbage often to stay small: memory enough for a file of ours is a tenth of the time of the long ones.
if(SPARKLOOM_PRECOMPILE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(sparkloom_options INTERFACE --param=ggc-min-heapsize=1048576)
endif()

# sparkloom_precompile(TARGET header | FROM library): almost all of the time of a build goes into reading headers. CI
# precompiles those that most files share; a developer's build does not, so that an include that is missing is seen there.
function(sparkloom_precompile target header)
    if(SPARKLOOM_PRECOMPILE)
        if(header STREQUAL "FROM")
            target_precompile_headers(${target} REUSE_FROM ${ARGN})
        else()
            target_precompile_headers(${target} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/precompiled/${header}.h)
        endif()
        # GCC 12 sees through std::string in a precompiled header as if it were ours, and is wrong about it.
        target_compile_options(${target} PRIVATE
            $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds> $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow>)
    endif()
endfunction()

option(SPARKLOOM_UNITY "Compile the libraries that can be in groups of files: a third of the work" OFF)

# sparkloom_library(NAME SOURCES ... [LIBS ...] [QT] [GROUPED [ALONE ...]] [PRECOMPILED header | PRECOMPILED_FROM library]): one
# static library for one folder. QT adds AUTOMOC and the Qt settings; LIBS are PUBLIC. PRECOMPILED_FROM shares the header of a
# library with the same settings. GROUPED: names in unnamed namespaces differ from file to file, but for those that are ALONE,
# so that files can be compiled in groups.
function(sparkloom_library name)
    cmake_parse_arguments(ARG "QT;GROUPED" "PRECOMPILED;PRECOMPILED_FROM" "SOURCES;LIBS;ALONE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    if(ARG_QT)
        set_target_properties(${name} PROPERTIES AUTOMOC ON)
        target_link_libraries(${name} PUBLIC ${ARG_LIBS} PRIVATE sparkloom_qt_options)
        target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    else()
        target_link_libraries(${name} PUBLIC ${ARG_LIBS} PRIVATE sparkloom_options)
        target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    endif()
    if(ARG_GROUPED AND SPARKLOOM_UNITY)
        set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
        set_source_files_properties(${ARG_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
        target_compile_options(${name} PRIVATE -Wno-shadow) # by names of another file in the group
    endif()
    if(ARG_PRECOMPILED)
        sparkloom_precompile(${name} ${ARG_PRECOMPILED})
    elseif(ARG_PRECOMPILED_FROM)
        sparkloom_precompile(${name} FROM ${ARG_PRECOMPILED_FROM})
    endif()
endfunction()
