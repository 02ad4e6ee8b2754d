#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The agent's TCP engine beside iperf3: the same streams between two network namespaces, one after the other by turns.

bench_tcp.py AGENT [--full] [--iperf3 PROGRAM]   prints the rate of each round and the median of the ratios; asserts none.
Exit 77: not root, no namespaces or no iperf3. iperf3 uses a thread for each stream from 3.16 on; its version is printed.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time

SKIPPED = 77
NETDEV = "enp1s0f0np0"  # the documented name of half 0A: the agent tests halves and nothing else
ADDRESSES = ("10.99.0.1", "10.99.0.2")
TOKEN = os.urandom(32).hex()


def run(*words):
    subprocess.run(words, check=True, capture_output=True)


class Namespaces:
    """Two namespaces joined by a veth pair."""

    def __init__(self):
        self.names = [f"sparkloom-bench-{os.getpid()}-{i}" for i in range(2)]

    def __enter__(self):
        for name in self.names:
            run("ip", "netns", "add", name)
        run("ip", "link", "add", "name", NETDEV, "netns", self.names[0], "mtu", "9000", "type", "veth",
            "peer", "name", NETDEV, "netns", self.names[1], "mtu", "9000")
        for name, address in zip(self.names, ADDRESSES):
            run("ip", "-n", name, "addr", "add", f"{address}/24", "dev", NETDEV)
            run("ip", "-n", name, "link", "set", NETDEV, "up")
        return self

    def __exit__(self, *_):
        for name in self.names:
            subprocess.run(["ip", "netns", "del", name], check=False, capture_output=True)

    def command(self, side, *words):
        return ["ip", "netns", "exec", self.names[side], *words]


class Agent:
    """One agent, spoken to in JSON lines."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.last = 0
        self.wait(0, "hello")

    def send(self, verb, body):
        self.last += 1
        self.process.stdin.write(json.dumps({"v": 1, "id": self.last, "t": verb, "body": body}) + "\n")
        self.process.stdin.flush()
        return self.last

    def wait(self, number, kind):
        for line in self.process.stdout:
            message = json.loads(line)
            if message.get("id") == number and message["t"] == "error":
                raise RuntimeError(line)
            if message.get("id") == number and message["t"] == kind:
                return message.get("body", {})
        raise RuntimeError("the agent has ended")

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=10)


def flow(own, port, streams):
    return {"flow": 0, "half": "0A", "local": ADDRESSES[own], "peer": ADDRESSES[1 - own], "port": port, "streams": streams}


def measure_agent(receiver, sender, streams, seconds):
    warm_up, window = 500, int(seconds * 1000)
    listening = receiver.send("tcp-receive", {"token": TOKEN, "flows": [flow(1, 0, streams)], "joinMs": 5000,
                                              "warmUpMs": warm_up, "measureMs": window, "intervalMs": 1000})
    port = receiver.wait(listening, "tcp-listening")["ports"][0]["port"]
    sender.send("tcp-send", {"token": TOKEN, "flows": [flow(0, port, streams)], "joinMs": 4000, "sendMs": warm_up + window + 3000})
    result = receiver.wait(listening, "tcp-result")
    receiver.wait(listening, "done")
    sender.wait(sender.last, "done")
    return int(result["flows"][0]["windowBytes"]) * 8 / (int(result["endNs"]) - int(result["beginNs"]))


def measure_iperf3(spaces, program, streams, seconds):
    server = subprocess.Popen(spaces.command(1, *program, "-s", "-1", "-B", ADDRESSES[1]), stdout=subprocess.DEVNULL)
    try:
        for _ in range(100):  # until it listens
            client = subprocess.run(spaces.command(0, *program, "-c", ADDRESSES[1], "-B", ADDRESSES[0], "-P", str(streams),
                                                   "-t", str(int(seconds)), "-O", "1", "-J"), capture_output=True, text=True, check=False)
            received = json.loads(client.stdout)["end"].get("sum_received") if client.returncode == 0 else None
            if received:
                return received["bits_per_second"] / 1e9
            time.sleep(0.05)  # iperf3 ends with 0 also where nobody listens yet, and says so in its document only
        raise RuntimeError(f"iperf3 has no result: {client.stdout[-600:]}{client.stderr}")
    finally:
        server.kill()
        server.wait()


def bench(spaces, agent, program, stream_counts, rounds, seconds):
    receiver, sender = Agent(spaces.command(1, agent, "serve")), Agent(spaces.command(0, agent, "serve"))
    for streams in stream_counts:
        ratios = []
        for number in range(rounds):
            pair = [lambda: measure_agent(receiver, sender, streams, seconds), lambda: measure_iperf3(spaces, program, streams, seconds)]
            order = (0, 1) if number % 2 == 0 else (1, 0)  # whoever is second may find a warmer machine
            rates = {which: pair[which]() for which in order}
            ratios.append(rates[0] / rates[1])
            print(f"streams {streams:2}  round {number + 1}  sparkloom-agent {rates[0]:6.2f}  iperf3 {rates[1]:6.2f} Gb/s  ratio {ratios[-1]:.3f}", flush=True)
        print(f"streams {streams:2}  median ratio {statistics.median(ratios):.3f}  (least {min(ratios):.3f}, most {max(ratios):.3f})", flush=True)
    receiver.close()
    sender.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("agent")
    parser.add_argument("--full", action="store_true", help="1, 4 and 16 streams, 7 rounds of 4 s")
    parser.add_argument("--iperf3", default="iperf3", help="program, with arguments that it needs")
    options = parser.parse_args()
    program = options.iperf3.split()
    if os.geteuid() != 0 or not shutil.which("ip") or not shutil.which(program[0]):
        print("this needs root, ip and iperf3 (a package of the distribution)")
        return SKIPPED
    print(subprocess.run([*program, "--version"], capture_output=True, text=True, check=False).stdout.splitlines()[0])
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    try:
        with Namespaces() as spaces:
            bench(spaces, options.agent, program, *((1, 4, 16), 7, 4) if options.full else ((4,), 1, 1))
    except subprocess.CalledProcessError as error:
        print(error.cmd, error.stderr)
        return SKIPPED
    return 0


if __name__ == "__main__":
    sys.exit(main())
