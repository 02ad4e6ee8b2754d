#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test.sh [--full] [arguments of ctest] - installs what is missing, builds with warnings as errors, and runs the tests.
#
# Without --full: the tier of every run, that is everything but the tests labelled 'full'.
# With --full: all of it, and then the same tests under the sanitizers, and the fuzzers.
# Arguments of ctest (say -R lab, or -L unit) choose some of them; .ci/require is not looked at then.
#
# What this machine cannot run is named with its reason. With CI=true a label that .ci/require asks for must have run.
# The last lines are ctest's own summary.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."

tier=every
if [ "${1:-}" = --full ]; then tier=full; shift; fi
jobs=${SPARKLOOM_JOBS:-$(($(nproc) + 1))} # one more than cores: some always wait for the disk
say() { printf '\n== %s\n' "$*"; }

# The lab needs root and namespaces; without them its tests skip themselves and say so.
prepare_lab() {
    if [ "$(id -u)" != 0 ]; then echo "The lab of real Linux hosts needs root: its tests will be skipped."; return; fi
    if ! unshare --net --mount --pid --fork true 2>/dev/null; then
        echo "There are no namespaces here: the tests in the lab will be skipped."
        return
    fi
    packaging/dependencies.sh lab || { echo "The lab's packages are missing: its tests will be skipped."; return; }
    tests/lab/mkroot.sh || echo "The root tree of the lab's hosts could not be made: its tests will be skipped."
}

build() { # preset, then arguments of the build
    local preset=$1
    shift
    say "build ($preset)"
    cmake --build --preset "$preset" --parallel "$jobs" "$@"
}

# One run of ctest; its output goes to the screen and to a file, from which the summary is repeated at the end.
run_tests() { # preset, then arguments of ctest
    local folder=build/$1
    shift
    ctest --test-dir "$folder" --output-on-failure --no-tests=error --parallel 5 --test-output-size-passed 1000000 \
        --output-junit "$PWD/$folder/junit.xml" "$@" 2>&1 | tee "$folder/ctest.log"
}
report() { # preset, then arguments of report-tests
    local folder=build/$1
    shift
    say "what ran"
    ctest --test-dir "$folder" --show-only=json-v1 > "$folder/tests.json"
    python3 packaging/report-tests.py --tests "$folder/tests.json" --junit "$folder/junit.xml" "$@"
}
summary() { awk '/^[0-9]+% tests passed/ { found = 1 } found' "build/$1/ctest.log"; }

packages=(build test)
[ $tier = every ] || packages+=(full)
packaging/dependencies.sh "${packages[@]}"
mkdir -p build
prepare_lab > build/lab.log 2>&1 & # downloads, while the compiler computes
trap wait EXIT # not left behind when the build fails
cmake --preset ci -DSPARKLOOM_STAGED=ON # the rest is built beside the tests that mostly wait
build ci --target sparkloom_first_programs
wait
cat build/lab.log

say "tests ($tier)"
status=0
choice=("$@")
check=(--require .ci/require --tier "$tier")
if [ $# -gt 0 ]; then check=(); elif [ $tier = every ]; then choice=(-LE '^full$'); fi
run_tests ci "${choice[@]}" || status=1
report ci "${check[@]}" || status=1

more=(asan tsan)
[ ! -e tests/fuzz/CMakeLists.txt ] || more+=(fuzz)
if [ $tier = full ] && [ $# = 0 ]; then
    for preset in "${more[@]}"; do
        cmake --preset "$preset"
        build "$preset"
        say "tests ($preset)"
        SPARKLOOM_JOBS=5 tests/sanitizers/run.sh "$preset" -LE '^(lab|cross|bench)$' || status=1
    done
fi

say "summary"
if [ $tier = full ] && [ $# = 0 ]; then
    for preset in "${more[@]}"; do echo "$preset:"; summary "$preset"; done
    echo "ci:"
fi
summary ci
exit $status
