# SPDX-License-Identifier: GPL-3.0-or-later
"""The very agent that a Spark gets, in two arm64 machines with kernels and RDMA devices of their own, driven by sparkloomctl.
Arguments: folder of the image, folder of the programs. Prints 'N passed, N failed'."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from machines import CABLED, HOSTS, Machine, fingerprint

IMAGE, PROGRAMS = sys.argv[1], sys.argv[2]
HOSTSTATE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "support", "hoststate")
RDMA = {"0A": "rocep1s0f0", "1A": "rocep1s0f1", "0B": "roceP2p1s0f0", "1B": "roceP2p1s0f1"}
TIMER = "120"  # seconds: these machines are slow
SETTLES = 240  # seconds in which a machine must be old or new after its power came back
passed = failed = 0


def check(name, fine, seen=""):
    global passed, failed
    passed, failed = passed + bool(fine), failed + (not fine)
    print(("ok " if fine else "not ok ") + name, flush=True)
    if seen and not fine:
        print("   | " + seen.strip()[-3000:].replace("\n", "\n   | "), flush=True)
    return fine


class Control:
    """sparkloomctl, unattended, of an owner who has a home of his own here."""

    def __init__(self, folder):
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
        self.environment.update(HOME=folder, LC_ALL="C.UTF-8", LANGUAGE="en")
        self.grants = [word for number, host in HOSTS.items() for word in ("--hostkey", f"{host}={fingerprint(IMAGE, number)}")]
        self.said = self.document = ""

    def start(self, command, *words):
        secrets = {"schema": "sparkloom-secrets", "version": 1,
                   "hosts": {host: {"user": "nvidia", "password": "spark"} for host in HOSTS.values()}}
        reading, writing = os.pipe()
        os.write(writing, json.dumps(secrets).encode())
        os.close(writing)
        process = subprocess.Popen([f"{PROGRAMS}/sparkloomctl", command, "--yes", *self.grants, "--secrets-fd", str(reading), *words],
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                   pass_fds=[reading], env=self.environment)
        os.close(reading)
        return process

    def end(self, process):
        self.document, told = process.communicate(timeout=600)
        self.said = self.document + told
        return process.returncode

    def run(self, command, *words):
        begun = time.monotonic()
        status = self.end(self.start(command, *words))
        print(f"# {command}: {time.monotonic() - begun:.0f} s", flush=True)
        return status

    def ask(self, command, *words):
        """Its document; its sentences are in said."""
        self.run(command, "--json", *words)
        return json.loads(self.document) if self.document else {}


class States:
    """Listings of both machines, by name of the moment."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def keep(self, moment):
        for machine in machines:
            (self.folder / f"{moment}.{machine.number}").write_text(machine.state(), encoding="utf-8")

    def difference(self, before, after, number, *options):
        """Nothing where both are alike."""
        done = subprocess.run([HOSTSTATE, "diff", *options, self.folder / f"{before}.{number}", self.folder / f"{after}.{number}"],
                              capture_output=True, text=True, check=False)
        return "" if done.returncode == 0 else done.stdout + done.stderr

    def differences(self, before, after, *options):
        return "".join(self.difference(before, after, machine.number, *options) for machine in machines)


# What nothing may leave behind once a change has ended, one way or the other.
UNTIDY = r"""
[ ! -e /run/sparkloom/lock ] || echo "the lock's file is left"
systemctl list-units --all --no-legend 'sparkloom-rollback-*'
find /etc /run/netplan /var/lib/sparkloom \( -name '*.sparkloom-[0-9]*' -o -name '*.kept-by-sparkloom' \) 2> /dev/null
for process in /proc/[0-9]*/comm; do case $(cat $process 2> /dev/null) in sparkloom*) echo "$process is left" ;; esac; done
grep -lE "$(printf '^phase\t(begun|trial|persisted)')" /var/lib/sparkloom/txn-*/journal 2> /dev/null
true"""


def settled():
    """'o' or 'n' for each machine that is exactly old or exactly new with nothing left behind; why it is neither."""
    states.keep("now")
    word, why = "", ""
    for machine in machines:
        old = states.difference("before", "now", machine.number, "--after-undo")
        new = old and states.difference("configured", "now", machine.number, "--after-undo")
        left = machine.shell.run(UNTIDY)[0]
        word += "?" if new or left else "n" if old else "o"
        if new or left:
            why += f"{machine.name} is neither:\n{old}{left}"
    return word, why


def settles():
    end = time.monotonic() + SETTLES
    while True:
        word, why = settled()
        if not why or time.monotonic() > end:
            return word, why


def transactions(machine):
    return set(machine.shell.run("ls -d /var/lib/sparkloom/txn-* 2> /dev/null")[0].split())


def power_cut(control, phase):
    """Takes the power of the second machine when its new transaction reaches this phase, and gives it back."""
    victim = machines[1]
    known = "|".join(sorted(transactions(victim))) or "none"
    process = control.start("setup", "--timer", TIMER)
    # The machine itself looks: fast, and for no longer than a set-up takes.
    said, _ = victim.shell.run(f"""n=0; while [ $n -lt 2000 ]; do n=$((n + 1)); sleep 0.05
for folder in /var/lib/sparkloom/txn-*; do case $folder in {known}) continue ;; esac
while read -r key value; do case $key:$value in phase:{phase}) echo reached; n=9999 ;; esac; done < $folder/journal; done 2> /dev/null
done""")
    victim.reset()
    begun = time.monotonic()
    status = control.end(process)
    print(f"# power cut at {phase}: sparkloomctl ended with {status}", flush=True)
    check(f"power cut at {phase}: it came in time", said == "reached\n", said + control.said)
    if status != 0:
        check(f"power cut at {phase}: it is told", bool(control.said), control.said)
    failures = victim.wait_until_up()
    print(f"# up again after {time.monotonic() - begun:.0f} s", flush=True)
    check(f"power cut at {phase}: the machine starts whole", not failures, failures)
    word, why = settles()
    check(f"power cut at {phase}: each machine is exactly old or exactly new, nothing left ({word})", not why, why)
    return word


def next_setup(control, name):
    status = control.run("setup", "--timer", TIMER)
    if status == 5 and "interrupted" in control.said:
        status = control.run("finish")
    check(f"{name}: the next setup succeeds", status == 0, control.said)
    word, why = settled()
    check(f"{name}: both are as set up", word == "nn", why)


def inventory(control):
    document = control.ask("inspect")
    for number, member in zip(HOSTS, document.get("sparks", [])):
        facts = member.get("facts", {})
        seen = {half["id"]: half["rdmaDevice"] for half in facts.get("halves", [])}
        name = machines[number - 1].name
        check(f"{name}: an arm64 machine by the name", (facts.get("architecture"), facts.get("hostname")) == ("aarch64", name), control.said)
        check(f"{name}: four halves with their RDMA devices", seen == RDMA, f"{seen}\n{control.said}")
        check(f"{name}: it knows its management", facts.get("managementInterface") == "enP7s7", control.said)
        lit = {half["id"] for half in facts.get("halves", []) if half["carrier"]}
        print(f"# {name}: {facts.get('versions')}, lit {sorted(lit)}", flush=True)
    check("both are there", len(document.get("sparks", [])) == 2, control.said)


def map_of_cables(control):
    document = control.ask("cables", "--timeout", "120")
    seen = [(sorted([cable["a"], cable["b"]]), cable["certain"]) for cable in document.get("cables", [])]
    wanted = sorted(f"{HOSTS[number]}:{cage}" for number, cage in CABLED.items())
    check("the map has the one cable, between the right sockets", seen == [(wanted, True)], control.said)
    for cable in document.get("cables", []):
        print(f"# {cable['a']} - {cable['b']}: {', '.join(cable['evidence'])}", flush=True)


def rdma_addresses():
    """GIDs of the new addresses, in the RDMA devices' own tables."""
    for machine in machines:
        for side in "AB":
            device = RDMA[f"{CABLED[machine.number]}{side}"]
            said, _ = machine.shell.run(f"grep -h 0000:ffff: /sys/class/infiniband/{device}/ports/1/gids/*; "
                                        f"cat /sys/class/infiniband/{device}/ports/1/state")
            check(f"{machine.name}: {device} is active and has the address", "0000:ffff:0a" in said and "ACTIVE" in said, said)


def story(control):
    states.keep("before")
    check("add", control.run("add", *(f"{HOSTS[machine.number]}:{machine.ssh_port()}" for machine in machines)) == 0, control.said)
    check("trust ends with 0", control.run("trust") == 0, control.said)
    inventory(control)
    map_of_cables(control)
    check("setup ends with 0", control.run("setup", "--topology", "pair", "--timer", TIMER) == 0, control.said)
    states.keep("configured")
    rdma_addresses()
    check("verify ends with 0", control.run("verify") == 0, control.said)
    check("status ends with 0", control.run("status") == 0, control.said)
    check("undo ends with 0", control.run("undo") == 0, control.said)
    states.keep("undone")
    left = states.differences("before", "undone", "--after-undo")
    check("undo gave every byte and the live state back", not left, left)
    for phase in ("trial", "persisted"):
        power_cut(control, phase)
        next_setup(control, f"power cut at {phase}")
        check(f"power cut at {phase}: undo ends with 0", control.run("undo") == 0, control.said)
    check("forget ends with 0", control.run("forget") == 0, control.said)
    states.keep("forgotten")
    left = states.differences("before", "forgotten")
    check("it is the state before first contact", not left, left)


with tempfile.TemporaryDirectory(prefix="sparkloom-arm64-") as work:
    begun = time.monotonic()
    machines = []
    try:
        for each in HOSTS:
            machines.append(Machine(work, IMAGE, each))
        for each in machines:
            trouble = each.wait_until_up()
            print(f"# {each.name} is up after {time.monotonic() - begun:.0f} s", flush=True)
            check(f"{each.name} starts whole", not trouble, trouble)
        states = States(work)
        story(Control(work))
    finally:
        for each in machines:
            each.stop()
    print(f"# {time.monotonic() - begun:.0f} s")
print(f"{passed} passed, {failed} failed")
sys.exit(0 if failed == 0 else 1)
