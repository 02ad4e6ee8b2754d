#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""report-tests.py --tests FILE --junit FILE [--require FILE --tier every|full] [--reports FOLDER]

--tests is what 'ctest --show-only=json-v1' prints, --junit what 'ctest --output-junit' wrote.
Says which labels ran in a run of ctest, how many inputs the fuzz targets were given, what tests counted and measured (which
ctest shows of failed ones only), at how many points work was cut, and which tests were skipped and why. With --require the labels of that tier must have run: under CI=true a label that did not run, or of which a test was
skipped, makes the exit code 1; by hand it is only named. A test is skipped when it exits with 77 or when Qt Test's QSKIP
left out one of its functions.

With --reports, what sanitizers wrote to that folder is printed, and programs, Qt Test's functions and reports are counted;
a report makes the exit code 1.

Lines of the require file: 'every LABEL' and 'full LABEL' ('#' starts a comment); the tier full has both kinds.
"""
import argparse
import collections
import json
import os
import re
import sys
import xml.etree.ElementTree

# What a fuzz target says at its end: libFuzzer's count, or that of the runner of seeds and mutations.
EXECUTED = re.compile(r'^stat::number_of_executed_units:\s*(\d+)', re.MULTILINE)
MUTATED = re.compile(r'^(\d+) seeds and (\d+) mutations$', re.MULTILINE)
# What a test counted or measured: Qt Test's qInfo, but for that of a logging category; and the sums of cuts.
TOLD = re.compile(r'^QINFO\s*: \S+?\([^)\n]*\) (?!sparkloom\.)(.+)$', re.MULTILINE)
CUTS = re.compile(r'^cuts\b.*? (\d+) points\b[^\n]*? (\d+) old, (\d+) new\b[^\n]*? (\d+) in between', re.MULTILINE)
MOST_TOLD = 400 # characters of a line
# How each report of a sanitizer begins, or says what it is about (they also warn of themselves, which does not count); so
# much of a file of them is shown.
REPORT = re.compile(r'^WARNING: ThreadSanitizer|^==\d+==ERROR: |: runtime error: ', re.MULTILINE)
MOST_OF_A_REPORT = 6000
# The sum at the end of a Qt Test program.
TOTALS = re.compile(r'^Totals: (\d+) passed, (\d+) failed, (\d+) skipped', re.MULTILINE)
# By what a program says that it skips itself, or one of its functions: our scripts, and Qt Test.
SKIP_LINE = re.compile(r'^(?:SKIP:|SKIP {3}:)\s*(.*?)\s*$', re.MULTILINE)


def labels_in(path):
    """The labels of each test; ctest 3.25 does not write them to its JUnit file."""
    with open(path, encoding='utf-8') as text:
        listing = json.load(text)
    return {test['name']: next((p['value'] for p in test.get('properties', []) if p['name'] == 'LABELS'), [])
            for test in listing['tests']}


def tests_in(junit, labels_of):
    """(name, labels, outcome: ran | failed | skipped, reasons for what was skipped) of each test."""
    for case in xml.etree.ElementTree.parse(junit).getroot().iter('testcase'):
        reasons = list(dict.fromkeys(SKIP_LINE.findall(case.findtext('system-out') or '')))
        status = case.get('status')
        message = next((s.get('message', '') for s in case.iter('skipped')), '')
        outcome = {'run': 'ran', 'fail': 'failed'}.get(status, 'skipped')
        if outcome == 'skipped' and not reasons:
            reasons = [message or f'not run ({status})']
        yield case.get('name'), labels_of.get(case.get('name'), []), outcome, reasons


def executions_in(junit):
    """(name, how many inputs it was given) of each fuzz target that says so."""
    for case in xml.etree.ElementTree.parse(junit).getroot().iter('testcase'):
        said = case.findtext('system-out') or ''
        counts = EXECUTED.findall(said) or [sum(map(int, m)) for m in MUTATED.findall(said)]
        if counts:
            yield case.get('name'), sum(map(int, counts))


def told_in(junit):
    """(name, line) of what each test counted or measured; of benchmarks all that is not Qt Test's own."""
    own = re.compile(r'^(PASS|QINFO|QWARN|QDEBUG|SKIP|Config:|Totals:|QStandardPaths:|This plugin|\*{9}|\s*$)')
    for case in xml.etree.ElementTree.parse(junit).getroot().iter('testcase'):
        said = case.findtext('system-out') or ''
        lines = TOLD.findall(said)
        if case.get('name').startswith('bench_'):
            lines = [line for line in said.splitlines() if not own.match(line)] or lines
        for line in lines:
            yield case.get('name'), line[:MOST_TOLD]


def cuts_in(junit):
    """(name, points, old, new, in between) of each test that cuts work short."""
    for case in xml.etree.ElementTree.parse(junit).getroot().iter('testcase'):
        sums = [tuple(map(int, counts)) for counts in CUTS.findall(case.findtext('system-out') or '')]
        if sums:
            yield case.get('name'), *(sum(column) for column in zip(*sums))


def judge_reports(folder, junit):
    """Prints what the sanitizers found and the sums of the run; whether they found nothing."""
    reports = []
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding='utf-8', errors='replace') as text:
            reports.append((name, text.read()))
    for name, text in reports:
        print(f'--- {name}\n{text[:MOST_OF_A_REPORT]}')
    found = sum(len(REPORT.findall(text)) for _, text in reports)
    programs, passed, failed = 0, 0, 0
    for case in xml.etree.ElementTree.parse(junit).getroot().iter('testcase'):
        programs += case.get('status') in ('run', 'fail')
        for counts in TOTALS.findall(case.findtext('system-out') or ''):
            passed += int(counts[0])
            failed += int(counts[1])
    print(f'{programs} programs, {passed} test functions passed, {failed} failed, {found} reports of sanitizers')
    return found == 0


def required_labels(path, tier):
    labels = []
    with open(path, encoding='utf-8') as lines:
        for number, line in enumerate(lines, 1):
            words = line.split('#')[0].split()
            if not words:
                continue
            if len(words) != 2 or words[0] not in ('every', 'full'):
                sys.exit(f"{path}:{number}: expected 'every LABEL' or 'full LABEL'")
            if words[0] == 'every' or tier == 'full':
                labels.append(words[1])
    return labels


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--tests', required=True)
    parser.add_argument('--junit', required=True)
    parser.add_argument('--require')
    parser.add_argument('--tier', choices=('every', 'full'), default='every')
    parser.add_argument('--reports')
    arguments = parser.parse_args()

    ran, failed, left_out = collections.Counter(), collections.Counter(), collections.defaultdict(list)
    for name, labels, outcome, reasons in tests_in(arguments.junit, labels_in(arguments.tests)):
        for label in labels:
            ran[label] += outcome != 'skipped'
            failed[label] += outcome == 'failed'
        for reason in reasons:
            left_out[reason].append((name, labels, outcome))
    for label in sorted(ran):
        print(f'{label:10} {ran[label]:4} ran' + (f', {failed[label]} failed' if failed[label] else ''))
    executions = sorted(executions_in(arguments.junit))
    for name, count in executions:
        print(f'{name:24} {count:>14,} inputs')
    if executions:
        print(f"{'all fuzz targets':24} {sum(count for _, count in executions):>14,} inputs")
    for name, line in told_in(arguments.junit):
        print(f'{name}: {line}')
    cuts = sorted(cuts_in(arguments.junit))
    for name, points, old, new, between in cuts + [('all cuts', *(sum(c[i] for c in cuts) for i in range(1, 5)))] * bool(cuts):
        print(f'{name:24} {points:6} points cut: {old} old, {new} new, {between} in between')
    for reason, tests in left_out.items():
        whole = sorted({name for name, _, outcome in tests if outcome == 'skipped'})
        parts = sorted({name for name, _, outcome in tests if outcome != 'skipped'})
        for what, names in (('skipped', whole), ('partly skipped', parts)):
            if names:
                print(f'{what}: {", ".join(names)}: {reason}')

    clean = not arguments.reports or judge_reports(arguments.reports, arguments.junit)
    if not arguments.require:
        return 0 if clean else 1
    skipped_labels = {label for tests in left_out.values() for _, labels, _ in tests for label in labels}
    gaps = []
    for label in required_labels(arguments.require, arguments.tier):
        if not ran[label]:
            gaps.append(f"no test with the required label '{label}' has run")
        elif label in skipped_labels:
            gaps.append(f"tests with the required label '{label}' were skipped")
    in_ci = os.environ.get('CI', '').lower() in ('1', 'true', 'yes')
    for gap in gaps:
        print(('FAILED: ' if in_ci else 'note: ') + gap + (' (.ci/require)' if in_ci else ''))
    return 1 if not clean or gaps and in_ci else 0


if __name__ == '__main__':
    sys.exit(main())
