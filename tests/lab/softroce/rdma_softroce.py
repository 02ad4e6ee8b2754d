# SPDX-License-Identifier: GPL-3.0-or-later
"""The RDMA engine of the agent on soft RoCE: its data, its figures beside perftest's in the same minutes, and what it says when
something is wrong. Arguments: folder of the image, its architecture, rounds of the comparison (0: none). Prints figures and
'N passed, N failed'."""

import re
import sys
import tempfile
import time

from sparks import Agent, RunError, Spark, gbps, median, perftest, rdma

IMAGE, ARCHITECTURE, ROUNDS = sys.argv[1], sys.argv[2], int(sys.argv[3])
LEAST = 0.99  # of perftest's figure
passed = failed = 0


def check(name, fine, seen=""):
    global passed, failed
    passed, failed = passed + bool(fine), failed + (not fine)
    print(("ok " if fine else "not ok ") + name + (f" ({seen})" if seen else ""), flush=True)


def error_of(agents, **options):
    try:
        rdma(agents, **options)
    except RuntimeError as error:
        return str(error)
    return "no error"


class Agents:
    """Fresh agents on both machines; whatever the last run left is gone."""

    def __init__(self, prefix="exec"):
        self.prefix = prefix

    def __enter__(self):
        self.both = [Agent(spark, 1, self.prefix) for spark in sparks]
        return self.both

    def __exit__(self, *_):
        for agent in self.both:
            agent.close()
        for spark in sparks:
            if spark.process.poll() is None:
                spark.shell.run("killall -9 sparkloom-agent")


def data():
    for operation in ("write", "read", "send"):
        try:
            with Agents() as agents:
                result, checks = rdma(agents, operation=operation, depth=8, seconds=1)
        except RunError as error:
            check(f"{operation}: data arrive as they were sent", False, f"{error}: {error.detail}")
            continue
        wrong, compared = (sum(int(each[what]) for each in checks) for what in ("wrong", "bytes"))
        check(f"{operation}: data arrive as they were sent", compared > 0 and wrong == 0, f"{gbps(result):.2f} Gb/s, {compared} bytes compared")


def compare(name, unit, ours, theirs, ratio):
    """Both measured in turns, each one first in every other round: their load and that of this machine change with time."""
    rows = []
    for number in range(ROUNDS):
        figures = {}
        for which, measure in (("ours", ours), ("theirs", theirs))[:: 1 if number % 2 == 0 else -1]:
            try:
                figures[which] = measure()
            except RuntimeError as error:
                check(f"{name}: {which} of round {number + 1}", False, str(error))
        if len(figures) == 2:
            rows.append((figures["ours"], figures["theirs"]))
            print(f"# {name} {number + 1}: ours {rows[-1][0]:.4g}, perftest {rows[-1][1]:.4g} {unit}", flush=True)
    if rows:
        middle = median(ratio(*row) for row in rows)
        check(f"{name} beside perftest: {middle:.3f}", middle >= LEAST, "ratios " + " ".join(f"{ratio(*row):.3f}" for row in rows))


def our_bandwidth():
    with Agents() as agents:
        result, checks = rdma(agents, seconds=3)
    wrong = sum(int(each["wrong"]) for each in checks)
    if wrong or not checks:
        raise RuntimeError(f"{wrong} wrong bytes")
    return gbps(result)


def our_latency():
    with Agents() as agents:
        return rdma(agents, kind="latency", rounds=1000, seconds=10)[0]["latencies"][0]["p50"]


# On an emulated arm64 machine perftest finds no processor clock and says "0" and "inf": there the messages of its window are counted,
# five seconds without one at each end, and latencies are ticks of the timer, as the kernel names it.
def their_bandwidth():
    options = "-s 65536 -q 1 -t 128 -Q 16 -D 5 -f 1 --report_gbits"
    if ARCHITECTURE != "arm64":
        return perftest(sparks, "ib_write_bw", options, 3)
    return perftest(sparks, "ib_write_bw", options, 1) * 65536 * 8e-9 / 3


def their_latency():
    if ARCHITECTURE != "arm64":
        return perftest(sparks, "ib_write_lat", "-s 8 -n 1000", 4)
    seen = sparks[0].shell.run("dmesg | grep 'arch_timer: .* running at'")[0]
    megahertz = float(re.search(r"running at ([0-9.]+)MHz", seen).group(1))
    return perftest(sparks, "ib_write_lat", "-s 8 -n 1000 -C", 4) / megahertz


def bandwidth():
    compare("WRITE of 64 KiB, one queue pair, 128 in flight, one in 16 signalled", "Gb/s", our_bandwidth,
            their_bandwidth, lambda a, b: a / b)


def latency():
    compare("latency of 8 bytes, 1000 rounds", "us", our_latency, their_latency, lambda a, b: b / a)


def causes():
    for spark in sparks:
        spark.shell.run("ip neigh flush dev enp1s0f0np0")
    with Agents() as agents:
        seen = error_of(agents, seconds=0.5)
    check("a cold neighbour entry is warmed first", seen == "no error", seen)
    with Agents() as agents:
        seen = error_of(agents, gids=(0, -1))
    check("GIDs that do not fit are told", seen == "rdma.wrong-gid", seen)
    with Agents("ulimit -l 64; exec /usr/bin/setpriv --reuid 1000 --regid 1000 --clear-groups") as agents:
        seen = error_of(agents)
    check("64 KiB of locked memory are told", seen == "rdma.memlock", seen)
    with Agents() as agents:
        seen = error_of(agents, seconds=5, meanwhile=lambda: (time.sleep(1), sparks[1].shell.run("killall -9 sparkloom-agent")))
    check("a killed peer is told", seen == "rdma.retry-exceeded", seen)
    with Agents() as agents:
        seen = error_of(agents, seconds=5, meanwhile=lambda: (time.sleep(1), sparks[0].link(False)))
    check("a pulled link is told", seen == "rdma.link-lost", seen)
    sparks[0].link(True)
    with Agents() as agents:
        seen = error_of(agents, seconds=5, meanwhile=lambda: (time.sleep(1), sparks[1].stop()))
    check("a peer that reboots is told", seen == "rdma.retry-exceeded", seen)
    sparks[1].start()
    with Agents() as agents:
        seen = error_of(agents, seconds=0.5)
    check("after its reboot all is well", seen == "no error", seen)


with tempfile.TemporaryDirectory(prefix="sparkloom-rxe-") as folder:
    begun = time.monotonic()
    sparks = []
    try:
        sparks = [Spark(folder, IMAGE, ARCHITECTURE, number) for number in (1, 2)]
        for spark in sparks:
            spark.meet()
        print(f"# two machines after {time.monotonic() - begun:.0f} s", flush=True)
        print("# " + sparks[0].shell.run("rdma link")[0].strip().replace("\n", "\n# "))
        for part in (data, bandwidth, latency, causes) if ROUNDS else (data, causes):
            part()
    finally:
        for spark in sparks:
            spark.stop()
    print(f"# {time.monotonic() - begun:.0f} s")
print(f"{passed} passed, {failed} failed")
sys.exit(0 if failed == 0 else 1)
