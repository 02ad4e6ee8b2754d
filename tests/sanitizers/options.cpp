// SPDX-License-Identifier: GPL-3.0-or-later
// What the sanitizers are told, in every program of such a build: some run where no environment of a test reaches them,
// as the processes do in which the agent loads NCCL and libibverbs. The variables TSAN_OPTIONS and so on still add to
// it. Reports of any process become files in SANITIZER_REPORTS.

extern "C" {
const char *__tsan_default_options();
const char *__asan_default_options();
const char *__lsan_default_options();
const char *__ubsan_default_options();

const char *__tsan_default_options()
{
    return "suppressions=" SANITIZER_FOLDER "/tsan.supp:log_path=" SANITIZER_REPORTS
           "/tsan:second_deadlock_stack=1:history_size=4:die_after_fork=0"; // tests start programs from threads
}

const char *__asan_default_options()
{
    // libssh copies the text of a key with strndup, rightly: there is no zero behind it.
    return "log_path=" SANITIZER_REPORTS
           "/asan:detect_stack_use_after_return=1:strict_string_checks=1:intercept_strndup=0";
}

const char *__lsan_default_options()
{
    return "suppressions=" SANITIZER_FOLDER "/lsan.supp:print_suppressions=0";
}

const char *__ubsan_default_options()
{
    return "log_path=" SANITIZER_REPORTS "/ubsan:print_stacktrace=1:halt_on_error=1";
}
}
