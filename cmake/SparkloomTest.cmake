# SPDX-License-Identifier: GPL-3.0-or-later
find_package(Qt6 6.4.2 REQUIRED COMPONENTS Core Test)
if(SPARKLOOM_SANITIZE)
    include(${CMAKE_SOURCE_DIR}/tests/sanitizers/Sanitizers.cmake)
endif()

# sparkloom_test_moc(TARGET SOURCES...): moc for the sources that need it, one command each. AUTOMOC costs two steps and one
# more file to compile for each of the many test programs, which together was an eighth of a build.
function(sparkloom_test_moc target)
    foreach(source IN LISTS ARGN)
        get_filename_component(path ${source} ABSOLUTE)
        get_filename_component(stem ${source} NAME_WE)
        get_filename_component(ending ${source} EXT)
        file(STRINGS ${path} marks REGEX "^#include \"${stem}\\.moc\"|^ *Q_OBJECT")
        if(NOT marks)
            continue()
        endif()
        if(ending STREQUAL ".h")
            set(generated ${CMAKE_CURRENT_BINARY_DIR}/moc_${stem}.cpp)
        else()
            set(generated ${CMAKE_CURRENT_BINARY_DIR}/${stem}.moc)
        endif()
        # A file that several programs of this folder share is done once.
        get_property(done DIRECTORY PROPERTY sparkloom_mocs)
        if(NOT generated IN_LIST done)
            qt6_generate_moc(${path} ${generated})
            set_property(DIRECTORY APPEND PROPERTY sparkloom_mocs ${generated})
        endif()
        target_sources(${target} PRIVATE ${generated})
    endforeach()
    target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
endfunction()

# What must be alike for GCC to take a precompiled header (Qt names the folders of each test, and some of its libraries), and what
# it is wrong about with one (see sparkloom_precompile).
set(sparkloom_test_header_options -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR -UQT_NETWORK_LIB -UQT_SVG_LIB -UQT_CHARTS_LIB
    -UQT_PRINTSUPPORT_LIB -UQT_OPENGL_LIB -UQT_OPENGLWIDGETS_LIB
    -Wno-error=invalid-pch -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-maybe-uninitialized)

# sparkloom_add_test_header(HEADER [LIBS ...]): one precompiled header for many tests; sparkloom_add_test takes the one that
# fits: test, enginetest for tests of the engine, guitest for those with widgets.
function(sparkloom_add_test_header header)
    cmake_parse_arguments(ARG "" "" "LIBS" ${ARGN})
    set(source ${CMAKE_BINARY_DIR}/tests/precompiled_${header}.cpp)
    file(WRITE ${source} "int main() {}\n")
    set(target sparkloom_${header}_header)
    add_executable(${target} ${source}) # as the tests are: a library's code model would not fit
    target_link_libraries(${target} PRIVATE ${ARG_LIBS} Qt6::Core Qt6::Test sparkloom_qt_options)
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_compile_options(${target} PRIVATE ${sparkloom_test_header_options})
    sparkloom_precompile(${target} ${header})
endfunction()

# sparkloom_add_test(NAME tst_x SOURCES ... [LIBS ...] [LABELS ...] [GUI] [TIMEOUT s]): one Qt Test program.
# It runs offscreen, in the C.UTF-8 locale, with a home folder of its own; exit code 77 means skipped.
function(sparkloom_add_test)
    cmake_parse_arguments(ARG "GUI" "NAME;TIMEOUT" "SOURCES;LIBS;LABELS;ARGS" ${ARGN})
    add_executable(${ARG_NAME} ${ARG_SOURCES})
    sparkloom_test_moc(${ARG_NAME} ${ARG_SOURCES})
    set_target_properties(${ARG_NAME} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_link_libraries(${ARG_NAME} PRIVATE ${ARG_LIBS} Qt6::Core Qt6::Test sparkloom_qt_options)
    set(header test)
    if(ARG_GUI)
        target_link_libraries(${ARG_NAME} PRIVATE Qt6::Widgets)
        set(header guitest)
    elseif("sparkloom_engine" IN_LIST ARG_LIBS)
        set(header enginetest)
    endif()
    if(TARGET sparkloom_${header}_header)
        target_precompile_headers(${ARG_NAME} REUSE_FROM sparkloom_${header}_header)
        target_compile_options(${ARG_NAME} PRIVATE ${sparkloom_test_header_options})
    endif()
    add_test(NAME ${ARG_NAME} COMMAND ${ARG_NAME} ${ARG_ARGS})
    sparkloom_test_properties(${ARG_NAME} "${ARG_LABELS}" "${ARG_TIMEOUT}")
endfunction()

# The rest of the build as a test that all others wait for (SPARKLOOM_STAGED), but for those that mostly wait: in the lab,
# the command line on virtual Sparks, and two of the engine. sparkloom_first_programs has what they need.
function(sparkloom_add_rest_of_build)
    cmake_host_system_information(RESULT cores QUERY NUMBER_OF_LOGICAL_CORES)
    add_test(NAME rest_of_build COMMAND ${CMAKE_COMMAND} --build ${CMAKE_BINARY_DIR} --parallel ${cores})
    set_tests_properties(rest_of_build PROPERTIES LABELS build FIXTURES_SETUP whole_build TIMEOUT 3600 COST 2000)
endfunction()

# The properties that every test has: labels, a bound, the skip code, and a home folder of its own.
function(sparkloom_test_properties name labels timeout)
    set(first FALSE)
    if("lab" IN_LIST labels OR ("virtual" IN_LIST labels AND NOT "gui" IN_LIST labels)
        OR name MATCHES "^tst_(clustersession|twophase)$")
        set(first TRUE)
    endif()
    if(SPARKLOOM_STAGED AND first AND TARGET ${name})
        add_dependencies(sparkloom_first_programs ${name})
    elseif(SPARKLOOM_STAGED AND NOT first)
        set_tests_properties(${name} PROPERTIES FIXTURES_REQUIRED whole_build)
    endif()
    if(NOT labels)
        set(labels unit)
    endif()
    if(NOT timeout)
        set(timeout 60)
    endif()
    set(home ${CMAKE_BINARY_DIR}/test-home/${name})
    file(MAKE_DIRECTORY ${home})
    # What may take long starts first: nothing long is left over at the end of a run.
    set_tests_properties(${name} PROPERTIES LABELS "${labels}" TIMEOUT ${timeout} COST ${timeout} SKIP_RETURN_CODE 77
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;HOME=${home};XDG_CONFIG_HOME=${home}/config;XDG_DATA_HOME=${home}/data;XDG_STATE_HOME=${home}/state;XDG_CACHE_HOME=${home}/cache;SPARKLOOM_BIN_DIR=${CMAKE_BINARY_DIR}/bin;SPARKLOOM_SOURCE_DIR=${CMAKE_SOURCE_DIR}")
endfunction()
