#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The man pages are made without loss, and what the converter does not understand it refuses."""
import importlib.util
import os
import pathlib
import re
import sys

FOLDER = pathlib.Path(os.environ["SPARKLOOM_SOURCE_DIR"]) / "packaging/man"

CASES = {
    "a term and its text": ("**\\-\\-json**, *FILE*\n:   Text\n    goes on.", [".TP", "\\fB\\-\\-json\\fR, \\fIFILE\\fR", "Text goes on."]),
    "an example": ("Text:\n\n    a \\\n    .b", [".PP", "Text:", ".PP", ".RS 4", ".nf", "a \\e", "\\&.b", ".fi", ".RE"]),
    "a table": ("| code | meaning |\n|---|---|\n| 0 | Done. |", [".TP", "\\fB0\\fR", "Done."]),
    "a line that looks like a request": ("'tis so", [".PP", "\\&'tis so"]),
    "code": ("Set `a-b`.", [".PP", "Set \\fBa\\-b\\fR."]),
}
REFUSED = {"a link": "See [this](https://example.org).", "a list": "* one", "a heading without space": "# A\ntext"}


def load():
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("man", FOLDER / "man.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def words(text):
    return re.findall(r"[A-Za-z]{3,}", text)


def page_problems(man, path):
    source = path.read_text(encoding="utf-8")
    made = man.page(source, "1.2.3")
    name = path.name.split(".")[0]
    problems = [] if made.startswith(f'.TH {name.upper()} 1 "" "Sparkloom 1.2.3"') else [f"{name}: title"]
    plain = re.sub(r"\\f[BIR]|\\&", "", made.replace("\\-", "-"))
    source = source.replace("\\n", " ")  # of printf, in an example
    lost = set(words(source)) - set(words(plain)) - set(words(plain.lower()))
    lost = {word for word in lost if word.upper() not in plain} - {"code", "meaning"}  # the heading of the table
    return problems + ([f"{name}: lost {sorted(lost)[:10]}"] if lost else [])


def main():
    man = load()
    problems = []
    for name, (source, wanted) in CASES.items():
        got = man.page("# X 1\n\n" + source + "\n", "1").splitlines()[2:]
        if got != wanted:
            problems.append(f"{name}: {got}")
    for name, source in REFUSED.items():
        try:
            problems.append(f"{name}: taken as {man.page('# X 1' + chr(10) * 2 + source, '1')}")
        except ValueError:
            pass
    for path in sorted(FOLDER.glob("*.md")):
        problems += page_problems(man, path)
    print("\n".join(problems) or "all pages whole")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
