#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills or stops rank 1 in each phase of a run on real GPUs: every run must end within its bound, blame rank 1, and leave no
process behind. Also: a result that is damaged on purpose is seen."""
import argparse
import json
import os
import signal
import sys
import threading
import time

import agents

PHASES = ["init", "warm-up", "timed", "verify"]
FAULTS = [("rank", "kill"), ("rank", "stop"), ("agent", "kill"), ("agent", "stop")]
LIMITS = agents.deadlines(init=8000, warmUp=6000, timed=6000, verify=6000, leave=2000)
SIGNALS = {"kill": signal.SIGKILL, "stop": signal.SIGSTOP}


def base_request(options):
    """64 MiB all the time: each phase lasts long enough to be hit on GPUs that move it in a quarter of a millisecond."""
    size = 1 << 26
    return agents.request(library=options.library, settings=options.settings, minBytes=size, maxBytes=size,
                          iterations=options.iterations, warmUps=options.iterations // 2, deadlines=LIMITS)


def play_fault(options, phase, target, action):
    hit = {}

    def on_phase(players, result, rank, beat):
        if rank != 1 or beat["phase"] != phase or hit:
            return
        agent = players[1].process.pid
        hit["pid"] = beat["pid"] if target == "rank" else agent
        hit["at"] = time.monotonic()
        os.kill(hit["pid"], SIGNALS[action])
        if (target, action) == ("agent", "stop"):
            # Whoever owns a stopped agent ends it; here after the driver has noticed the silence.
            threading.Timer(agents.SILENT + 2, lambda: os.kill(agent, signal.SIGKILL)).start()

    result = agents.play(options.agent, base_request(options), 2, on_phase, limit=60)
    ended = time.monotonic()
    time.sleep(0.5)  # a process group that was just killed needs a moment to be reaped by its parent
    bound = LIMITS[{"warm-up": "warmUp"}.get(phase, phase)] / 1000 + LIMITS["leave"] / 1000 + agents.SILENT + 4
    seconds = ended - hit["at"] if hit else None
    row = {"phase": phase, "target": target, "action": action, "seconds": seconds and round(seconds, 2), "bound": bound,
           "blame": result.blame, "orphans": agents.orphans(options.agent),
           "said": [error and error[1]["message"]["id"] for error in result.errors]}
    row["ok"] = bool(hit) and seconds <= bound and bool(result.blame) and result.blame[0] == 1 and not row["orphans"]
    return row


def damaged(options):
    base = base_request(options) | {"iterations": 5, "warmUps": 1, "damageCheck": 1, "minBytes": 8}
    result = agents.play(options.agent, base, 2)
    wrong = [sum(row.get("wrong", 0) for row in rows) for rows in result.rows]
    return {"phase": "verify", "target": "result", "action": "damage", "wrong": wrong, "said": [bool(error) for error in result.errors],
            "ok": not any(result.errors) and wrong == [1, 1]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--agent", required=True)
    parser.add_argument("--library", default="")
    parser.add_argument("--rows", required=True)
    parser.add_argument("--iterations", type=int, default=8000)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--set", dest="settings", action="append", default=[], metavar="NAME=VALUE")
    options = parser.parse_args()
    options.settings = [dict(zip(("name", "value"), entry.split("=", 1))) for entry in options.settings]
    started = time.monotonic()
    failed = missing = 0
    with open(options.rows, "a", encoding="utf-8") as file:
        plays = [lambda: damaged(options)] + [lambda p=phase, t=target, a=action: play_fault(options, p, t, a)
                                              for target, action in FAULTS for phase in PHASES]
        for play in plays:
            if time.monotonic() - started > options.seconds - 25:
                missing += 1
                continue
            row = play()
            failed += not row["ok"]
            print(json.dumps(row), flush=True)
            file.write(json.dumps(row) + "\n")
            file.flush()
    print(f"{failed} failed, {missing} not played")
    return 1 if failed else 3 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
