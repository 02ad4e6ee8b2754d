# SPDX-License-Identifier: GPL-3.0-or-later
find_package(Qt6 6.4.2 REQUIRED COMPONENTS Core Test)

# sparkloom_add_test(NAME tst_x SOURCES ... [LIBS ...] [LABELS ...] [GUI] [TIMEOUT s]): one Qt Test program.
# It runs offscreen, in the C.UTF-8 locale, with a home folder of its own; exit code 77 means skipped.
function(sparkloom_add_test)
    cmake_parse_arguments(ARG "GUI" "NAME;TIMEOUT" "SOURCES;LIBS;LABELS;ARGS" ${ARGN})
    add_executable(${ARG_NAME} ${ARG_SOURCES})
    set_target_properties(${ARG_NAME} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_link_libraries(${ARG_NAME} PRIVATE ${ARG_LIBS} Qt6::Core Qt6::Test sparkloom_qt_options)
    if(ARG_GUI)
        target_link_libraries(${ARG_NAME} PRIVATE Qt6::Widgets)
    endif()
    add_test(NAME ${ARG_NAME} COMMAND ${ARG_NAME} ${ARG_ARGS})
    sparkloom_test_properties(${ARG_NAME} "${ARG_LABELS}" "${ARG_TIMEOUT}")
endfunction()

# The properties that every test has: labels, a bound, the skip code, and a home folder of its own.
function(sparkloom_test_properties name labels timeout)
    if(NOT labels)
        set(labels unit)
    endif()
    if(NOT timeout)
        set(timeout 60)
    endif()
    set(home ${CMAKE_BINARY_DIR}/test-home/${name})
    file(MAKE_DIRECTORY ${home})
    set_tests_properties(${name} PROPERTIES LABELS "${labels}" TIMEOUT ${timeout} SKIP_RETURN_CODE 77
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;HOME=${home};XDG_CONFIG_HOME=${home}/config;XDG_DATA_HOME=${home}/data;XDG_STATE_HOME=${home}/state;XDG_CACHE_HOME=${home}/cache;SPARKLOOM_BIN_DIR=${CMAKE_BINARY_DIR}/bin;SPARKLOOM_SOURCE_DIR=${CMAKE_SOURCE_DIR};UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1")
endfunction()
