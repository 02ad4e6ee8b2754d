#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the agent's NCCL engine and nccl-tests by turns on the GPUs of one host, with the same libnccl, and appends raw rows.

Can be interrupted and started again: what is complete in the rows file is not run again. Stops before its time limit and
prints what is missing. nccl-tests is not part of this project: give its folder (sources). Needs MPI, nvcc and NCCL's headers
to build it."""
import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import time

import agents
import ratios

COLLECTIVES = ["all_reduce", "all_gather", "reduce_scatter", "broadcast", "alltoall", "sendrecv"]
SIDES = ["nccl-tests", "agent", "nccl-tests-again"]
WAYS = {"nvlink": {}, "socket": {"NCCL_P2P_DISABLE": "1", "NCCL_SHM_DISABLE": "1", "NCCL_NET": "Socket"}}
# (from, to, iterations, warm-ups): sockets are so slow at the large end that 20 iterations would take an hour
PARTS = {"nvlink": [(8, 1 << 30, 20, 5)], "socket": [(8, 1 << 25, 20, 5), (1 << 26, 1 << 30, 3, 1)]}
LARGE_PARTS = [(1 << 20, 1 << 25, 20, 5), (1 << 26, 1 << 30, 3, 1)]
# What the agent gives every rank, given to nccl-tests too; the log is the agent's alone.
COMMON = {"NCCL_NET_PLUGIN": "none", "NCCL_RAS_ENABLE": "0", "NCCL_CONF_FILE": "/dev/null"}


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


def build_tests(options):
    """nccl-tests with MPI, into WORK/nccl-tests; gives the folder of the programs."""
    folder = os.path.join(options.work, "nccl-tests")
    if not all(os.path.exists(os.path.join(folder, f"{name}_perf")) for name in COLLECTIVES):
        subprocess.run(["make", "-s", "-C", os.path.join(options.nccl_tests, "src"), f"-j{os.cpu_count()}", "MPI=1",
                        f"BIN_FILES_LIST={' '.join(COLLECTIVES)}", f"BUILDDIR={os.path.abspath(folder)}",
                        f"MPI_HOME={options.mpi_home}", f"NCCL_HOME={options.nccl_home}", f"CUDA_HOME={options.cuda_home}",
                        f"NVCC_GENCODE={options.gencode}"], check=True)
    return folder


def build_agent(options):
    folder = os.path.join(options.work, "agent")
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    subprocess.run(["cmake", "-S", root, "-B", folder, "-DCMAKE_BUILD_TYPE=RelWithDebInfo", "-DSPARKLOOM_TESTS=OFF",
                    "-DSPARKLOOM_CROSS_AGENT=OFF", "-DSPARKLOOM_PARTS=base;domain;protocol;agent"], check=True,
                   stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", folder, "--target", "sparkloom-agent", f"-j{os.cpu_count()}"], check=True,
                   stdout=subprocess.DEVNULL)
    return os.path.join(folder, "bin", "sparkloom-agent")


def nccl_tests(options, library, unit):
    way, ranks, _, collective, part, _ = unit
    begin, end, iterations, warm_ups = PARTS[way][part]
    settings = COMMON | WAYS[way] | options.settings | {"LD_LIBRARY_PATH": os.path.dirname(library)
                                                        + f":{options.cuda_home}/lib64:" + os.environ.get("LD_LIBRARY_PATH", "")}
    command = [options.mpirun, "--allow-run-as-root", "--bind-to", "none", "-np", str(ranks)]
    for name in settings:
        command += ["-x", name]
    if options.pin:
        cases = " ".join(f"{rank}) cores={agents.share(os.cpu_count(), rank, ranks)} ;;" for rank in range(ranks))
        command += ["sh", "-c", f'case $OMPI_COMM_WORLD_LOCAL_RANK in {cases} esac; exec taskset -c $cores "$@"', "sh"]
    command += [os.path.join(options.perf, f"{collective}_perf"), "-b", str(begin), "-e", str(end), "-f", "2", "-g", "1",
                "-n", str(iterations), "-w", str(warm_ups)]
    done = subprocess.run(command, env=clean_environment() | settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"nccl-tests: {done.stdout[-2000:]}")
    rows = []
    for text in done.stdout.splitlines():
        words = text.split()
        if len(words) != 13 or not words[0].isdigit():
            continue
        for mode, at in (("out", 5), ("in", 9)):
            wrong = words[at + 3]
            rows.append({"mode": mode, "bytes": int(words[0]), "timeUs": float(words[at]), "algBw": float(words[at + 1]),
                         "busBw": float(words[at + 2]), "wrong": int(wrong) if wrong != "N/A" else None})
    # Two decimals of a small bandwidth are too few: the same figures from the time.
    for row in rows:
        row["algBw"] = row["bytes"] / row["timeUs"] / 1e3
        row["busBw"] = row["algBw"] * ratios.bus_factor(collective, ranks)
    return rows


def agent_engine(options, library, unit):
    way, ranks, _, collective, part, _ = unit
    begin, end, iterations, warm_ups = PARTS[way][part]
    settings = [{"name": name, "value": value} for name, value in (WAYS[way] | options.settings).items()]
    base = agents.request(library=library, settings=settings, collectives=[collective], minBytes=begin, maxBytes=end,
                          iterations=iterations, warmUps=warm_ups, nonBlocking=options.non_blocking)
    result = agents.play(options.agent, base, ranks, cores=os.cpu_count() if options.pin else 0)
    if any(result.errors):
        raise RuntimeError(f"agent: {result.errors}")
    options.transport[way] = result.answers[0]["transport"]
    return [{"mode": "in" if row["inPlace"] else "out", "bytes": row["bytes"], "timeUs": row["timeUs"], "algBw": row["algBw"],
             "busBw": row["busBw"], "wrong": row.get("wrong"), "rankTimesUs": row["rankTimesUs"]} for row in result.merged()]


def clean_environment():
    return {name: value for name, value in os.environ.items() if not name.startswith(("NCCL_", "UCX_"))}


def units(options):
    for number in range(options.rounds):
        for collective in options.collectives:
            for part in range(len(PARTS[options.way])):
                sides = SIDES if number < options.again else SIDES[:2]
                turn = number % len(sides)
                for side in sides[turn:] + sides[:turn]:
                    yield options.way, options.ranks, number, collective, part, side


def read_rows(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nccl-tests", required=True, help="folder of nccl-tests")
    parser.add_argument("--perf", help="folder of built *_perf programs, instead of building them")
    parser.add_argument("--agent", help="a built agent, instead of building it")
    parser.add_argument("--library", default="", help="libnccl.so.2; found by the agent where it is left out")
    parser.add_argument("--work", default="/tmp/sparkloom-gpu", help="folder for what is built")
    parser.add_argument("--rows", required=True, help="raw rows, JSON lines; appended to")
    parser.add_argument("--way", choices=sorted(WAYS), default="nvlink")
    parser.add_argument("--ranks", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--again", type=int, default=5, help="rounds in which nccl-tests runs twice (A/A)")
    parser.add_argument("--collectives", default=",".join(COLLECTIVES), type=lambda text: text.split(","))
    parser.add_argument("--seconds", type=float, default=3600, help="stop before this")
    parser.add_argument("--set", dest="settings", action="append", default=[], metavar="NAME=VALUE", help="for both sides")
    parser.add_argument("--non-blocking", action="store_true", help="the agent uses the library's non-blocking mode")
    parser.add_argument("--pin", action="store_true", help="each rank keeps to its share of the processors, on both sides")
    parser.add_argument("--large", action="store_true", help="sizes of 1 MiB and more only")
    parser.add_argument("--mpi-home", default="/usr/lib/x86_64-linux-gnu/openmpi")
    parser.add_argument("--mpirun", default="mpirun.openmpi")
    parser.add_argument("--nccl-home", default="/usr")
    parser.add_argument("--cuda-home", default="/usr/local/cuda")
    parser.add_argument("--gencode", default="-gencode=arch=compute_90,code=sm_90")
    options = parser.parse_args()
    options.settings = dict(entry.split("=", 1) for entry in options.settings)
    options.transport = {}
    if options.large:
        PARTS[options.way] = LARGE_PARTS
    started = time.monotonic()
    os.makedirs(options.work, exist_ok=True)
    options.agent = options.agent or build_agent(options)
    options.perf = options.perf or build_tests(options)

    seen = agents.look(options.agent, options.library)
    if seen["t"] != "done":
        sys.exit(f"the agent finds no NCCL: {seen}")
    library = seen["body"]["library"]
    resolved = subprocess.run(["ldd", os.path.join(options.perf, "all_reduce_perf")], text=True, stdout=subprocess.PIPE, check=True,
                              env=os.environ | {"LD_LIBRARY_PATH": os.path.dirname(library["path"])}).stdout
    theirs = os.path.realpath(re.search(r"libnccl\.so\.2 => (\S+)", resolved)[1])
    if sha256(theirs) != library["sha256"]:
        sys.exit(f"not the same library: {theirs} and {library['path']}")
    machine = {"library": library["version"], "sha256": library["sha256"], "code": library["code"], "cuda": seen["body"]["cudaVersion"],
               "gpus": [gpu["name"] for gpu in seen["body"]["gpus"]], "kernel": os.uname().release, "cores": os.cpu_count(),
               "removed": seen["body"]["removed"]}
    print(json.dumps(machine))

    complete = {tuple(row["unit"]) for row in read_rows(options.rows) if row.get("complete")}
    todo = [unit for unit in units(options) if unit not in complete]
    took = {}
    with open(options.rows, "a", encoding="utf-8") as file:
        while todo:
            unit = todo[0]
            begin = time.monotonic()
            expected = took.get(unit[3:], took.get(unit[4:], 15))
            if begin - started + expected * 1.3 + 3 > options.seconds:
                break
            rows = (agent_engine if unit[5] == "agent" else nccl_tests)(options, library["path"], unit)
            took[unit[3:]] = took[unit[4:]] = time.monotonic() - begin
            way, ranks, number, collective, part, side = unit
            for row in rows:
                file.write(json.dumps({"way": way, "ranks": ranks, "round": number, "collective": collective, "side": side, **row}) + "\n")
            file.write(json.dumps({"unit": unit, "complete": True, "seconds": round(took[unit[3:]], 2), "at": int(time.time()),
                                   "nccl": library["version"], "sha256": library["sha256"][:16]}) + "\n")
            file.flush()
            todo.pop(0)
    print(f"seconds per run: {json.dumps({' '.join(map(str, key)): round(value, 1) for key, value in took.items() if len(key) == 3})}")
    print("transport:", json.dumps(options.transport))
    print("\n".join(ratios.report(ratios.read(options.rows))))
    if todo:
        print(f"missing: {len(todo)} runs, next {todo[0]}")
    return 3 if todo else 0


if __name__ == "__main__":
    sys.exit(main())
