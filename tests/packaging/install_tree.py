#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""install_tree.py CMAKE BUILD VERSION: installs the build into a folder of its own and looks at every file there.

The tree must hold exactly what is listed here, with the right modes; its command line must find the simulator, say its
version and explain itself; man page, completion, desktop entry and metainfo must be what they claim to be.
"""
import configparser
import json
import os
import pathlib
import shutil
import stat
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

SOURCE = pathlib.Path(os.environ["SPARKLOOM_SOURCE_DIR"])
ID = "io.github.sparkloom.Sparkloom"
PROGRAMS = {"bin/sparkloom", "bin/sparkloomctl", "bin/sparkloom-sim"}


def expected():
    schemas = {f"share/sparkloom/schemas/{path.name}" for path in (SOURCE / "resources/schemas").iterdir()}
    licences = {f"share/doc/sparkloom/LICENSES/{path.name}" for path in (SOURCE / "LICENSES").iterdir()}
    return PROGRAMS | schemas | licences | {
        "share/man/man1/sparkloom.1",
        "share/man/man1/sparkloomctl.1",
        "share/bash-completion/completions/sparkloomctl",
        f"share/applications/{ID}.desktop",
        f"share/metainfo/{ID}.metainfo.xml",
        f"share/icons/hicolor/scalable/apps/{ID}.svg",
    }


def tree_problems(root):
    there = {str(path.relative_to(root)) for path in root.rglob("*") if not path.is_dir()}
    problems = [f"missing: {name}" for name in sorted(expected() - there)]
    problems += [f"not wanted: {name}" for name in sorted(there - expected())]
    for name in there:
        mode = stat.S_IMODE((root / name).lstat().st_mode)
        if mode != (0o755 if name in PROGRAMS else 0o644):
            problems.append(f"{name}: mode {mode:o}")
    return problems


def run(arguments, home, **variables):
    # With the first of these the simulator of the build would be used.
    environment = {k: v for k, v in os.environ.items() if k not in ("SPARKLOOM_BIN_DIR", "LANGUAGE")}
    environment.update(HOME=home, TMPDIR=home, XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, XDG_STATE_HOME=home)
    environment.update(variables)
    return subprocess.run(arguments, env=environment, capture_output=True, encoding="utf-8", timeout=100, check=False)


def program_problems(root, home, version):
    problems = []
    said = run([root / "bin/sparkloomctl", "--version"], home)
    if said.stdout != f"sparkloomctl {version}\n":
        problems.append(f"version: {said.stdout}{said.stderr}")
    # German proves that the translations travel inside the program.
    if "Aufruf: sparkloomctl" not in run([root / "bin/sparkloomctl", "--help"], home, LC_ALL="de_DE.UTF-8").stdout:
        problems.append("the installed command line speaks no German")
    found = run([root / "bin/sparkloomctl", "--virtual", "sealed-pair", "discover", "--json"], home)
    if found.returncode != 0 or len(json.loads(found.stdout).get("hosts", [])) != 2:
        problems.append(f"no virtual Sparks: {found.stdout}{found.stderr}")
    window = run([root / "bin/sparkloom", "--version"], home, QT_QPA_PLATFORM="offscreen")
    if not window.stdout.strip().endswith(version):
        problems.append(f"window: {window.stdout}{window.stderr}")
    return problems


def desktop_problems(root):
    entry = configparser.ConfigParser(interpolation=None, delimiters="=")
    entry.optionxform = str
    entry.read(root / f"share/applications/{ID}.desktop", encoding="utf-8")
    section = entry["Desktop Entry"]
    problems = [] if section["Exec"].split()[0] == "sparkloom" and section["Icon"] == ID else ["desktop entry"]
    metainfo = ElementTree.parse(root / f"share/metainfo/{ID}.metainfo.xml").getroot()
    if metainfo.findtext("id") != ID or metainfo.findtext("launchable") != f"{ID}.desktop":
        problems.append("metainfo")
    svg = ElementTree.parse(root / f"share/icons/hicolor/scalable/apps/{ID}.svg").getroot()
    if not svg.tag.endswith("}svg"):
        problems.append("icon")
    return problems


def completion_problems(root):
    script = f'. "{root}/share/bash-completion/completions/sparkloomctl"; COMP_WORDS=(sparkloomctl ver); COMP_CWORD=1; ' \
             '_sparkloomctl; echo "${COMPREPLY[@]}"'
    completed = subprocess.run(["bash", "-c", script], capture_output=True, encoding="utf-8", check=False)
    return [] if completed.stdout == "verify\n" else [f"completion: {completed.stdout}{completed.stderr}"]


def main(cmake, build, version):
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "DESTDIR": f"{folder}/dest"}
        installed = subprocess.run([cmake, "--install", build, "--prefix", "/usr"], env=environment, capture_output=True,
                                   encoding="utf-8", check=False)
        if installed.returncode != 0:
            print(installed.stdout[-1000:], installed.stderr)
            return 1
        root = pathlib.Path(folder) / "dest/usr"
        home = f"{folder}/home"
        os.mkdir(home)
        problems = tree_problems(root) + program_problems(root, home, version)
        problems += desktop_problems(root) + completion_problems(root)
        # The list can fail: a file more and a file less are seen.
        shutil.move(root / "share/man/man1/sparkloom.1", root / "share/man/man1/stranger.1")
        if len(tree_problems(root)) != len(problems) + 2:
            problems.append("a moved file was not noticed")
    print("\n".join(problems) or f"{len(expected())} files, all as listed")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
