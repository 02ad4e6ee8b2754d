# SPDX-License-Identifier: GPL-3.0-or-later
"""Virtual machines with soft RoCE, the agents in them, and RDMA runs between these, as the application does them."""

import json
import os
import queue
import random
import socket
import statistics
import subprocess
import threading
import time

HALF = "0A"
PATIENCE = 240  # seconds for anything; emulation is slow
MACHINES = {"amd64": ["qemu-system-x86_64", "-M", "pc", "-cpu", "max"], "arm64": ["qemu-system-aarch64", "-M", "virt", "-cpu", "cortex-a57"]}
CONSOLES = {"amd64": "ttyS0", "arm64": "ttyAMA0"}


class RunError(RuntimeError):
    """What an agent said, by its id; its detail beside it."""

    def __init__(self, name, detail):
        super().__init__(name)
        self.detail = detail


def ask_monitor(path, *commands):
    """Lets the emulator behind this socket carry out commands, each a name and its arguments: the last one's answer."""
    with socket.socket(socket.AF_UNIX) as monitor:
        monitor.connect(path)
        lines = monitor.makefile("rw")
        lines.readline()
        for name, arguments in (("qmp_capabilities", {}),) + commands:
            lines.write(json.dumps({"execute": name, "arguments": arguments}) + "\n")
            lines.flush()
            answer = {}
            while "return" not in answer and "error" not in answer:  # events come in between
                answer = json.loads(lines.readline())
            if "error" in answer:
                raise RuntimeError(f"{name}: {answer['error']['desc']}")
    return answer["return"]


class Port:
    """One virtio port of a machine: a shell, or what was started in it."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        end = time.monotonic() + PATIENCE
        while True:
            try:
                self.socket.connect(path)
                break
            except OSError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.05)
        self.meet(end)

    def meet(self, end):
        """Until a shell answers: what is written while the one before still ends is lost."""
        mark = f"mark-{random.getrandbits(64):x}"
        seen = ""
        self.socket.settimeout(3)
        while mark + "here" not in seen:
            if time.monotonic() > end:
                raise RuntimeError("no shell answers")
            try:
                self.write(f"echo {mark}''here\n")
                seen += self.socket.recv(65536).decode(errors="replace")
            except TimeoutError:
                pass
        try:
            while self.socket.recv(65536): # answers to further marks
                pass
        except TimeoutError:
            pass
        self.socket.settimeout(None)
        self.reader = self.socket.makefile("r", encoding="utf-8", errors="replace", newline="\n")

    def write(self, text):
        self.socket.sendall(text.encode())

    def run(self, command):
        """Output and exit status of a command."""
        mark = f"mark-{random.getrandbits(64):x}"
        self.write(f"{{ {command}\n}} 2>&1 < /dev/null; echo {mark}''end $?\n")
        self.socket.settimeout(PATIENCE)
        lines = []
        while True:
            line = self.reader.readline()
            if not line:
                raise RuntimeError("the machine is gone")
            if line.startswith(mark + "end "):
                return "".join(lines), int(line.split()[1])
            lines.append(line)


class Spark:
    """One machine. Its cables are datagram sockets of the folder."""

    def __init__(self, folder, image, architecture, number):
        self.folder, self.image, self.architecture, self.number = folder, image, architecture, number
        self.process = None
        self.boot()

    def start(self):
        self.boot()
        self.meet()

    def path(self, name):
        return os.path.join(self.folder, f"{name}-{self.number}")

    def boot(self):
        other = 3 - self.number
        arguments = ["setpriv", "--pdeathsig", "KILL"] + MACHINES[self.architecture] + [
                     "-accel", "tcg,thread=multi", "-smp", "1", "-m", "600",
                     "-nodefaults", "-no-user-config", "-display", "none", "-kernel", f"{self.image}/vmlinuz",
                     "-initrd", f"{self.image}/initrd", "-append", f"console={CONSOLES[self.architecture]} quiet mitigations=off panic=1 spark={self.number}",
                     "-no-reboot", "-serial", f"file:{self.path('console')}", "-qmp", f"unix:{self.path('qmp')},server=on,wait=off",
                     "-device", "virtio-rng-pci", "-device", "virtio-serial-pci"]
        for lane in (1, 2):
            mine, theirs = os.path.join(self.folder, f"lane{lane}-{self.number}"), os.path.join(self.folder, f"lane{lane}-{other}")
            if os.path.exists(mine):
                os.remove(mine)
            mac = f"4c:bb:47:00:0{self.number}:{0 if lane == 1 else 4:02x}"
            arguments += ["-netdev", f"dgram,id=lane{lane},local.type=unix,local.path={mine},remote.type=unix,remote.path={theirs}",
                          "-device", f"virtio-net-pci,netdev=lane{lane},id=nic{lane},mac={mac},host_mtu=9000,romfile="]
        for port in range(4):
            arguments += ["-chardev", f"socket,id=port{port},path={self.path(f'shell{port}')},server=on,wait=off",
                          "-device", f"virtserialport,chardev=port{port},name=shell-{port}"]
        self.process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL)

    def meet(self):
        """Until its shell answers."""
        self.shell = Port(self.path("shell0"))

    def stop(self):
        self.process.kill()
        self.process.wait()

    def link(self, up):
        """Plugs or pulls both halves."""
        ask_monitor(self.path("qmp"), *(("set_link", {"name": f"nic{lane}", "up": up}) for lane in (1, 2)))


class Agent:
    """A running agent, spoken to by lines."""

    def __init__(self, spark, port, prefix="exec"):
        self.port = Port(spark.path(f"shell{port}"))
        self.lines = queue.Queue()
        self.last = 0
        self.port.write(f"{prefix} sparkloom-agent serve\n")
        self.thread = threading.Thread(target=self.listen, daemon=True)
        self.thread.start()
        self.expect(0, "hello")

    def listen(self):
        try:
            for line in self.port.reader:
                if line.startswith("{"):
                    self.lines.put(json.loads(line))
        except (OSError, ValueError):
            pass
        self.lines.put(None)

    def send(self, verb, body):
        self.last += 1
        self.port.write(json.dumps({"v": 1, "id": self.last, "t": verb, "body": body}) + "\n")
        return self.last

    def expect(self, number, kind, patience=PATIENCE):
        """The next line of a request of this kind; its error as RuntimeError."""
        end = time.monotonic() + patience
        kept = []
        try:
            while True:
                line = self.lines.get(timeout=max(0.01, end - time.monotonic()))
                if line is None:
                    raise RuntimeError("the agent is gone")
                if line.get("t") == "error":
                    raise RunError(line["error"]["message"]["id"], line["error"].get("detail", ""))
                if line.get("t") == kind and (number == 0 or line.get("id") == number):
                    return line.get("body", {})
                kept.append(line)
        finally:
            for line in kept:
                self.lines.put(line)

    def close(self):
        self.port.socket.shutdown(socket.SHUT_RDWR)  # its reader would keep it open
        self.port.socket.close()


def flow(spark, active, kind, pairs, address=None):
    return {"flow": 0, "half": HALF, "local": f"10.10.1.{spark}", "peer": address or f"10.10.1.{3 - spark}", "active": active,
            "kind": kind, "queuePairs": pairs}


def rdma(agents, kind="bandwidth", operation="write", pairs=1, size=65536, depth=128, seconds=2.5, rounds=1000, gids=(-1, -1),
         meanwhile=None):
    """One run from the first agent to the second: its result and the check of its data. Errors: RuntimeError with the id."""
    wanted = {"token": f"{random.getrandbits(128):032x}", "library": "", "operation": operation, "messageBytes": size,
              "depth": depth, "rounds": rounds, "warmUpMs": 500, "measureMs": int(seconds * 1000), "intervalMs": 500, "idleMs": 30000}
    read = operation == "read"
    opened = []
    for number, agent in enumerate(agents):
        body = dict(wanted, gidIndex=gids[number], flows=[flow(number + 1, (number == 0) != read, kind, pairs)])
        opened.append(agent.send("rdma-open", body))
    ready = [agent.expect(number, "rdma-ready") for agent, number in zip(agents, opened)]
    mtu = min(said["endpoints"][0]["mtu"] for said in ready)
    asked = [agent.send("rdma-connect", {"token": wanted["token"], "peers": [dict(ready[1 - i]["endpoints"][0], mtu=mtu)]})
             for i, agent in enumerate(agents)]
    for agent, number in zip(agents, asked):
        agent.expect(number, "done")
    for agent, number in [(agent, agent.send("rdma-start", {"token": wanted["token"]})) for agent in agents]:
        agent.expect(number, "done")
    if meanwhile:
        meanwhile()
    active = 1 if read else 0
    agents[active].expect(opened[active], "rdma-measured")
    agents[active].expect(agents[active].send("rdma-finish", {"token": wanted["token"]}), "done")
    result = agents[active].expect(opened[active], "rdma-result")
    checks = [agent.expect(number, "done") for agent, number in
              [(agent, agent.send("rdma-check", {"token": wanted["token"]})) for agent in agents]]
    for agent, number in zip(agents, opened):
        agent.expect(number, "done")
    return result, [each for check in checks for each in check["flows"]]


def gbps(result):
    window = (int(result["endNs"]) - int(result["beginNs"])) * 1e-9
    return int(result["flows"][0]["windowBytes"]) * 8e-9 / window


# As long as our engine waits on soft RoCE: with the default of 67 ms perftest's queue pairs break, too.
TIMEOUT = "-u 18"


def perftest(sparks, program, options, column):
    """The figure in this column of the last row that perftest prints on the first machine."""
    command = f"{program} -d rocep1s0f0 -x 1 -F {TIMEOUT} {options}"
    # It listens on port 18515 (0x4853).
    sparks[1].shell.run(f"({command} > /tmp/server 2>&1 &) ; until grep -q ':4853 [0:]* 0A ' /proc/net/tcp /proc/net/tcp6; do sleep 0.1; done")
    text, _ = sparks[0].shell.run(f"{command} 10.10.1.2")
    rows = [line.split() for line in text.splitlines() if line.split() and line.split()[0].isdigit()]
    if not rows:
        raise RuntimeError("perftest printed no row: " + text[-300:])
    return float(rows[-1][column])


def median(values):
    return statistics.median(values)
