#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh PRESET [arguments of ctest] - the tests of a build with a sanitizer (presets asan, tsan, fuzz), which must have been
# built; without arguments the tier of every run, but for the lab. What sanitizers said of any process is printed after the tests;
# the last line counts: "N programs, M test functions passed, F failed, K reports of sanitizers". Exit code 1 for any of F and K.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
preset=${1:?which preset}
shift
[ $# -gt 0 ] || set -- -LE '^(full|lab|cross|bench)$'
folder=build/$preset

# The thread sanitizer's memory map does not fit beside addresses that are random in more than 30 bits.
quiet=()
if [ "$preset" = tsan ] && setarch "$(uname -m)" -R true 2>/dev/null; then quiet=(setarch "$(uname -m)" -R); fi

# clang names no function without it, and what is told in tsan.supp goes by names.
for symbolizer in llvm-symbolizer llvm-symbolizer-16; do
    if path=$(command -v "$symbolizer"); then export {ASAN,UBSAN,TSAN}_SYMBOLIZER_PATH="$path"; fi
done

rm -rf "$folder/reports"
mkdir -p "$folder/reports"
status=0
"${quiet[@]}" ctest --test-dir "$folder" --output-on-failure --no-tests=error --parallel "${SPARKLOOM_JOBS:-$(nproc)}" \
    --test-output-size-passed 1000000 --output-junit "$PWD/$folder/junit.xml" "$@" 2>&1 | tee "$folder/ctest.log" || status=1
ctest --test-dir "$folder" --show-only=json-v1 > "$folder/tests.json"
python3 packaging/report-tests.py --tests "$folder/tests.json" --junit "$folder/junit.xml" --reports "$folder/reports" || status=1
exit $status
