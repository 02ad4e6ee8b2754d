# SPDX-License-Identifier: GPL-3.0-or-later
"""Ratios of the agent to nccl-tests from raw rows, with bootstrap intervals: `ratios.py ROWS.csv` or `ROWS.jsonl`;
with `--together` the rounds of all files given are those of one run."""
import csv
import json
import random
import statistics as st
import sys
from collections import defaultdict

RESAMPLES = 2000
LARGE = 1 << 20


def bus_factor(collective, ranks):
    """busbw over algbw, as nccl-tests defines it."""
    if collective == "all_reduce":
        return 2 * (ranks - 1) / ranks
    return (ranks - 1) / ranks if collective in ("all_gather", "reduce_scatter", "alltoall") else 1


def read(path):
    """Rows of a file that compare.py wrote, or of one of the CSV files beside this script."""
    with open(path, encoding="utf-8", newline="") as file:
        if not path.endswith(".csv"):
            return [row for row in map(json.loads, file) if not row.get("complete")]
        rows = list(csv.DictReader(file))
    for row in rows:
        for name in ("ranks", "round", "bytes"):
            row[name] = int(row[name])
        row["wrong"] = int(row["wrong"]) if row["wrong"] else None
        row["timeUs"] = float(row["timeUs"])
        row["busBw"] = row["bytes"] / row["timeUs"] / 1e3 * bus_factor(row["collective"], row["ranks"])
    return rows


def interval(groups, rng):
    """95 % bootstrap interval of the median: draws whole rounds, so that what a round has in common stays together."""
    rounds = list(groups.values())
    if len(rounds) < 2:
        return None
    medians = []
    for _ in range(RESAMPLES):
        drawn = [value for _ in rounds for value in rng.choice(rounds)]
        medians.append(st.median(drawn))
    medians.sort()
    return medians[int(0.025 * RESAMPLES)], medians[int(0.975 * RESAMPLES)]


def ratios(rows, upper, lower):
    """(way, ranks, collective, mode, bytes) -> {round: busbw of `upper` over that of `lower`}"""
    table = defaultdict(dict)
    for row in rows:
        if row.get("busBw"):
            key = (row["way"], row["ranks"], row["collective"], row["mode"], row["bytes"], row["round"])
            table[key][row["side"]] = row["busBw"]
    out = defaultdict(dict)
    for (*key, number), sides in table.items():
        if upper in sides and lower in sides:
            out[tuple(key)][number] = sides[upper] / sides[lower]
    return out


def report(rows, mode="out"):
    """Lines of text: one table for each way and number of ranks."""
    rng = random.Random(1)
    lines = []
    ours, again = ratios(rows, "agent", "nccl-tests"), ratios(rows, "nccl-tests-again", "nccl-tests")
    wrong = defaultdict(int)
    for row in rows:
        wrong[row["side"]] += row.get("wrong") or 0
    for way, ranks in sorted({(key[0], key[1]) for key in ours}):
        lines.append(f"\n{way}, {ranks} GPUs, {'out-of-place' if mode == 'out' else 'in-place'}: busbw of the agent / busbw of nccl-tests\n")
        lines.append("| collective | rounds | median, all sizes | 95 % | median, >= 1 MiB | 95 % | lowest size >= 1 MiB | A/A median, >= 1 MiB | A/A lowest |")
        lines.append("|---|---|---|---|---|---|---|---|---|")
        total = {True: defaultdict(list), False: defaultdict(list)}
        sizes, sizes_again = defaultdict(list), defaultdict(list)
        for collective in sorted({key[2] for key in ours if key[:2] == (way, ranks)}):
            by_round = {True: defaultdict(list), False: defaultdict(list)}
            lowest, aa, aa_lowest = None, [], None
            for key, values in ours.items():
                if key[:4] != (way, ranks, collective, mode):
                    continue
                for number, value in values.items():
                    for pool in (by_round, total):
                        pool[False][number].append(value)
                        if key[4] >= LARGE:
                            pool[True][number].append(value)
                if key[4] >= LARGE:
                    sizes[key[4]] += values.values()
                    median = st.median(values.values())
                    lowest = min(lowest or (median, key[4]), (median, key[4]))
                    if again.get(key):
                        aa += again[key].values()
                        sizes_again[key[4]] += again[key].values()
                        median = st.median(again[key].values())
                        aa_lowest = min(aa_lowest or (median, key[4]), (median, key[4]))
            lines.append(line(collective, by_round, lowest, aa, aa_lowest, rng))
        all_again = [value for values in sizes_again.values() for value in values]
        lines.append(line("**all**", total, lowest_size(sizes), all_again, lowest_size(sizes_again), rng))
    lines.append("\nWrong values: " + ", ".join(f"{side} {count}" for side, count in sorted(wrong.items())))
    return lines


def lowest_size(sizes):
    """The lowest median of a size, over all collectives and rounds, and the size; None without any."""
    return min(((st.median(values), size) for size, values in sizes.items()), default=None)


def line(name, by_round, lowest, aa, aa_lowest, rng):
    cells = [name, str(len(by_round[False]))]
    for large in (False, True):
        values = [value for part in by_round[large].values() for value in part]
        bounds = interval(by_round[large], rng)
        cells.append(f"{st.median(values):.4f}" if values else "-")
        cells.append(f"{bounds[0]:.4f} to {bounds[1]:.4f}" if bounds else "-")
    cells.append(f"{lowest[0]:.4f} ({lowest[1]})" if lowest else "")
    cells.append(f"{st.median(aa):.4f}" if aa else "")
    cells.append(f"{aa_lowest[0]:.4f} ({aa_lowest[1]})" if aa_lowest else "")
    return "| " + " | ".join(cells) + " |"


def together(names):
    """Rows of several files as one: the rounds of each are rounds of their own."""
    rows = []
    for number, name in enumerate(names):
        rows += [dict(row, round=(number, row["round"])) for row in read(name)]
    return rows


if __name__ == "__main__":
    names = [name for name in sys.argv[1:] if name != "--together"]
    for rows in [together(names)] if "--together" in sys.argv else map(read, names):
        print("\n".join(report(rows) + report(rows, "in")))
