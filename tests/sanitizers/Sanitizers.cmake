# SPDX-License-Identifier: GPL-3.0-or-later
# Builds with a sanitizer (SPARKLOOM_SANITIZE): what it must know, and where it writes what it finds: a report of any process of a
# test becomes a file in ${CMAKE_BINARY_DIR}/reports.
set(sanitizers ${CMAKE_CURRENT_LIST_DIR})
set(reports ${CMAKE_BINARY_DIR}/reports)
file(MAKE_DIRECTORY ${reports})

# Weak names of the runtimes: the linker is asked for them.
add_library(sparkloom_sanitizers STATIC ${sanitizers}/options.cpp)
target_compile_definitions(sparkloom_sanitizers PRIVATE SANITIZER_FOLDER="${sanitizers}" SANITIZER_REPORTS="${reports}")
target_link_libraries(sparkloom_options INTERFACE sparkloom_sanitizers)
foreach(sanitizer tsan asan lsan ubsan)
    target_link_options(sparkloom_options INTERFACE LINKER:-u,__${sanitizer}_default_options)
endforeach()

# Qt's threads, for the thread sanitizer (qtthreads.cpp): in every program with Qt.
if(SPARKLOOM_SANITIZE MATCHES "thread")
    add_library(sparkloom_qtthreads STATIC ${sanitizers}/qtthreads.cpp)
    target_compile_options(sparkloom_qtthreads PRIVATE -fno-sanitize=thread)
    target_link_libraries(sparkloom_qtthreads PUBLIC Qt6::Core)
    target_link_libraries(sparkloom_qt_options INTERFACE sparkloom_qtthreads)
    foreach(symbol
        _ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv
        _ZN16QCoreApplication9postEventEP7QObjectP6QEventi _ZN7QObject11deleteLaterEv
        _ZN7QObject10disconnectEPKS_PKcS1_S3_ _ZN7QThread4waitE14QDeadlineTimer
        _ZN11QBasicMutex12lockInternalEv _ZN11QBasicMutex14unlockInternalEv _ZNK20QFutureInterfaceBase6derefTEv)
        target_link_options(sparkloom_qt_options INTERFACE LINKER:--wrap=${symbol})
    endforeach()
    # Also where none of these is called: QProcess calls clone().
    target_link_options(sparkloom_qt_options INTERFACE LINKER:-u,__wrap__ZN7QObject11deleteLaterEv)
endif()
