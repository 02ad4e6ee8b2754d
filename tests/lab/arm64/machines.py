# SPDX-License-Identifier: GPL-3.0-or-later
"""Two emulated arm64 machines as Sparks: kernel, systemd and OpenSSH of their own, soft RoCE on their halves.

Their management network is theirs alone. Each has one more network card, behind which its emulator forwards a free port of this
computer's loopback interface to its SSH server. One cable joins cage 0 of the first with cage 1 of the second; both halves of a cage hear the one wire."""

import os
import re
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "softroce"))
from sparks import PATIENCE, Port, ask_monitor  # pylint: disable=wrong-import-position

NAMES = {1: "spark-a", 2: "spark-b"}
CABLED = {1: 0, 2: 1}  # the cage that the cable is in
HOSTS = {1: "127.0.0.11", 2: "127.0.0.12"}  # loopback: where a machine's SSH server is reached
MAC_OFFSETS = {(0, "A"): 0, (1, "A"): 1, (0, "B"): 4, (1, "B"): 5}
BOOTED = 'systemctl is-system-running --wait; systemctl --failed --no-legend --plain'


class Machine:
    """One of the two, from power on to power off."""

    def __init__(self, folder, image, number):
        self.folder, self.image, self.number = folder, image, number
        self.name = NAMES[number]
        self.shell = None
        # Held until no socket has a cable that it should not have.
        with open(self.path("emulator"), "wb") as log:
            self.process = subprocess.Popen(["setpriv", "--pdeathsig", "KILL", *self.emulator(), "-S"], stdin=subprocess.DEVNULL,
                                            stderr=log)
        while not os.path.exists(self.path("monitor")):
            if self.process.poll() is not None:
                with open(self.path("emulator"), encoding="utf-8", errors="replace") as log:
                    raise RuntimeError("the emulator ended: " + log.read()[-500:])
            time.sleep(0.02)
        empty = 1 - CABLED[number]
        self.ask(*(("set_link", {"name": f"half{empty}{side}", "up": False}) for side in "AB"), ("cont", {}))

    def path(self, name):
        return os.path.join(self.folder, f"{name}-{self.number}")

    def end_of(self, wire, number):
        return os.path.join(self.folder, f"{wire}-{number}")

    def wire(self, name):
        """Its end of a wire to the other machine."""
        return ["-netdev", f"dgram,id={name},local.type=unix,local.path={self.end_of(name, self.number)},"
                           f"remote.type=unix,remote.path={self.end_of(name, 3 - self.number)}"]

    def emulator(self):
        arguments = ["qemu-system-aarch64", "-M", "virt", "-cpu", "cortex-a57", "-accel", "tcg", "-smp", "1", "-m", "768",
                     "-nodefaults", "-no-user-config", "-display", "none", "-kernel", f"{self.image}/vmlinuz",
                     "-initrd", f"{self.image}/initrd", "-append", f"console=ttyAMA0 loglevel=5 mitigations=off nokaslr audit=0 "
                     f"net.ifnames=0 systemd.show_status=0 panic=1 spark={self.number}",
                     "-drive", f"file={self.image}/disk,if=none,id=disk,format=raw,snapshot=on,cache=unsafe",
                     "-device", "virtio-blk-pci,drive=disk", "-device", "virtio-rng-pci", "-device", "virtio-serial-pci",
                     "-chardev", f"socket,id=shell,path={self.path('shell')},server=on,wait=off",
                     "-device", "virtserialport,chardev=shell,name=shell",
                     "-serial", f"file:{self.path('console')}", "-qmp", f"unix:{self.path('monitor')},server=on,wait=off"]
        return arguments + self.management() + self.halves()

    def management(self):
        """The network of both, and the way in: not the same one, as an emulator answers for whatever it hears."""
        forward = f"hostfwd=tcp:{HOSTS[self.number]}:0-192.168.10{self.number}.15:22"
        return self.wire("management") + [
            "-device", f"virtio-net-pci,netdev=management,mac=4c:bb:47:01:0{self.number}:00,romfile=",
            "-netdev", f"user,id=forward,net=192.168.10{self.number}.0/24,ipv6=off,restrict=on,{forward}",
            "-device", f"virtio-net-pci,netdev=forward,mac=4c:bb:47:02:0{self.number}:00,romfile="]

    def halves(self):
        arguments = self.wire("cable") + ["-netdev", "hubport,id=cable-port,hubid=2,netdev=cable"]
        for (cage, side), offset in MAC_OFFSETS.items():
            peer = ""
            if cage == CABLED[self.number]:
                arguments += ["-netdev", f"hubport,id=port{side},hubid=2"]
                peer = f"netdev=port{side},"
            arguments += ["-device", f"virtio-net-pci,{peer}id=half{cage}{side},mac=4c:bb:47:00:0{self.number}:0{offset},"
                                     "host_mtu=9000,romfile="]
        return arguments

    def ask(self, *commands):
        return ask_monitor(self.path("monitor"), *commands)

    def ssh_port(self):
        """The free port that this computer gave."""
        table = self.ask(("human-monitor-command", {"command-line": "info usernet"}))
        return int(re.search(r"TCP\[HOST_FORWARD\] +\d+ +127\.0\.0\.1\d +(\d+) ", table).group(1))

    def wait_until_up(self):
        """Until systemd has started all; what failed, if anything."""
        if self.shell is None:
            self.shell = Port(self.path("shell"))
        else:
            self.shell.meet(time.monotonic() + PATIENCE)
        said, _ = self.shell.run(BOOTED)
        return "" if said == "running\n" else said

    def reset(self):
        """As if power went and came back: nothing is written, nothing is told to anybody."""
        self.ask(("system_reset", {}))

    def state(self):
        """What a set-up may have changed (tests/support/hoststate)."""
        text, status = self.shell.run("python3 /opt/hoststate list")
        if status != 0:
            raise RuntimeError(text)
        return text

    def stop(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def fingerprint(image, number):
    said = subprocess.run(["ssh-keygen", "-l", "-E", "sha256", "-f", f"{image}/hostkey-{number}.pub"], check=True, capture_output=True,
                          text=True).stdout
    return said.split()[1]
