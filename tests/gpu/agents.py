# SPDX-License-Identifier: GPL-3.0-or-later
"""Speaks with agents over JSON lines, one process per GPU, and plays one NCCL run over them: what the application does."""
import json
import os
import queue
import subprocess
import threading
import time

SILENT = 4.0  # seconds without a beat after which a rank is taken for stopped; ranks beat twice a second


class Agent:
    """One `sparkloom-agent serve`. Lines come into a queue that all agents of a run share, as (when, agent, message)."""

    def __init__(self, program, lines, name, before=()):
        self.name, self.lines, self.next_id = name, lines, 0
        self.process = subprocess.Popen([*before, program, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put((time.monotonic(), self, json.loads(line)))
        self.lines.put((time.monotonic(), self, {"t": "gone", "id": -1}))

    def send(self, verb, body=None, request=None):
        if request is None:
            self.next_id += 1
            request = self.next_id
        try:
            self.process.stdin.write(json.dumps({"v": 1, "id": request, "t": verb, "body": body or {}}) + "\n")
            self.process.stdin.flush()
        except (BrokenPipeError, ValueError):
            pass
        return request

    def close(self):
        """Ends the session and gives the seconds until the process was gone."""
        begin = time.monotonic()
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        return time.monotonic() - begin


def deadlines(**changes):
    return {"find": 30000, "init": 30000, "warmUp": 60000, "timed": 60000, "verify": 60000, "leave": 3000,
            "total": 600000} | changes


def request(**changes):
    """A run request with the defaults of nccl-tests where it has any."""
    return {"rank": 0, "ranks": 2, "uniqueId": "", "device": 0, "library": "", "cuda": "", "sha256": "", "settings": [],
            "collectives": ["all_reduce"], "minBytes": 8, "maxBytes": 1 << 25, "factor": 2, "iterations": 20, "warmUps": 5,
            "inPlace": True, "verify": True, "damageCheck": 0, "nonBlocking": False, "evenIfBusy": False, "memoryCap": 0,
            "deadlines": deadlines()} | changes


class Result:
    def __init__(self, ranks):
        self.rows = [[] for _ in range(ranks)]
        self.answers = [None] * ranks
        self.errors = [None] * ranks  # (seconds since the start, message)
        self.phases = [[] for _ in range(ranks)]
        self.pids = [None] * ranks
        self.blame = None
        self.seconds = 0.0

    def merged(self):
        """Rows with the mean time over the ranks, as nccl-tests reports it by default (-a 1)."""
        out = []
        for parts in zip(*self.rows):
            row = dict(parts[0])
            row["rankTimesUs"] = [part["timeUs"] for part in parts]
            row["timeUs"] = sum(row["rankTimesUs"]) / len(parts)
            scale = parts[0]["timeUs"] / row["timeUs"] if row["timeUs"] else 0
            row["algBw"], row["busBw"] = parts[0]["algBw"] * scale, parts[0]["busBw"] * scale
            if all("wrong" in part for part in parts):
                row["wrong"] = sum(part["wrong"] for part in parts)
            out.append(row)
        return out


def share(cores, rank, ranks):
    """The processors of a rank, as taskset takes them: each has as many, next to each other."""
    return f"{cores * rank // ranks}-{cores * (rank + 1) // ranks - 1}"


def play(program, base, ranks, on_phase=None, limit=600.0, cores=0):
    """One run: rank k on GPU k, on its share of the processors where a number of them is given.
    on_phase(agents, result, rank, beat) is called at each new phase. Ends when every rank has
    said its last word; the first failure makes the others leave."""
    lines = queue.Queue()
    agents = [Agent(program, lines, k, ["taskset", "-c", share(cores, k, ranks)] if cores else ()) for k in range(ranks)]
    result = Result(ranks)
    started = time.monotonic()
    ids = [None] * ranks
    heard = [started] * ranks
    over = [False] * ranks
    stopping = False
    last_pulse = started
    ids[0] = agents[0].send("nccl-run", base | {"rank": 0, "ranks": ranks, "device": 0, "uniqueId": ""})

    def stop_all():
        for k in range(ranks):
            if ids[k] is not None and not over[k]:
                agents[k].send("stop", request=ids[k])

    while not all(over):
        now = time.monotonic()
        if now - last_pulse > 1:
            last_pulse = now
            for agent in agents:
                agent.send("heartbeat", request=0)
        if now - started > limit and not stopping:
            stopping = True
            stop_all()
        for k in range(ranks):
            if ids[k] is not None and not over[k] and now - heard[k] > SILENT:
                if result.blame is None:
                    result.blame = (k, "silent")
                over[k] = True
                if not stopping:
                    stopping = True
                    stop_all()
        try:
            when, agent, message = lines.get(timeout=0.2)
        except queue.Empty:
            continue
        k = agent.name
        heard[k] = when
        kind, body = message["t"], message.get("body", {})
        if kind == "nccl-id":
            for other in range(1, ranks):
                ids[other] = agents[other].send("nccl-run", base | {"rank": other, "ranks": ranks, "device": other,
                                                                     "uniqueId": body["uniqueId"]})
                heard[other] = time.monotonic()
        elif kind == "nccl-beat":
            result.pids[k] = body["pid"]
            label = (body["phase"], body["what"])
            if not result.phases[k] or result.phases[k][-1] != label:
                result.phases[k].append(label)
                if on_phase:
                    on_phase(agents, result, k, body)
        elif kind == "nccl-row":
            result.rows[k].append(body)
        elif kind == "done" and message["id"] == ids[k]:
            result.answers[k] = body
            over[k] = True
        elif kind in ("error", "gone") and not over[k]:
            error = message.get("error", {"message": {"id": "gone"}})
            result.errors[k] = (when - started, error)
            over[k] = True
            name = error["message"]["id"]
            # Blame: what an agent says of its own process; never the rank that only saw a connection break.
            if name in ("nccl.rank-killed", "nccl.rank-stopped", "nccl.rank-ended", "gone") and (
                    result.blame is None or result.blame[1] == "silent"):
                result.blame = (k, name)
            if not stopping:
                stopping = True
                stop_all()
            if ids[1:] and ids[1] is None:  # rank 0 failed before there was an id
                over = [True] * ranks
    result.seconds = time.monotonic() - started
    result.closing = [agent.close() for agent in agents]
    return result


def look(program, library="", cuda=""):
    lines = queue.Queue()
    agent = Agent(program, lines, 0)
    agent.send("nccl-look", {"library": library, "cuda": cuda, "timeoutMs": 60000})
    try:
        while True:
            agent.send("heartbeat", request=0)
            try:
                _, _, message = lines.get(timeout=1)
            except queue.Empty:
                continue
            if message["t"] in ("done", "error", "gone"):
                return message
    finally:
        agent.close()


def orphans(program):
    """Processes of this very program that still run."""
    found = []
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            if os.path.realpath(f"/proc/{name}/exe") == os.path.realpath(program):
                found.append(int(name))
        except OSError:
            pass
    return found
