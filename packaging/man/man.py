#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""man.py PAGE.N.md VERSION: the man page for man(1), on standard output.

Understands what our pages use: a title line ("# NAME N" or "% NAME(N) ..."), headings of one or two #, paragraphs, definition
lists (a term, then ":   text"), indented examples, tables, **bold**, *italic*, `code` and backslash escapes. Anything else
(a list, a link) is an error, so that no page is printed half understood.
"""
import re
import sys


def inline(text):
    """Marks of one paragraph as font changes; what is special to troff is escaped."""
    kept = []

    def keep(match):  # an escaped character means itself
        kept.append(match.group(1))
        return f"\0{len(kept) - 1}\0"

    text = re.sub(r"\\([^\w\s])", keep, text)
    if re.search(r"\]\(|^\s*[*+] ", text):
        raise ValueError(f"not understood: {text[:60]}")
    text = text.replace("\\", "\\e")
    text = re.sub(r"\*\*(.+?)\*\*", r"\\fB\1\\fR", text)
    text = re.sub(r"\*(.+?)\*", r"\\fI\1\\fR", text)
    text = re.sub(r"`(.+?)`", r"\\fB\1\\fR", text)
    text = re.sub(r"\0(\d+)\0", lambda m: kept[int(m.group(1))], text)
    return guarded(text.replace("-", "\\-"))


def guarded(line):
    """A line that begins with a dot or an apostrophe would be a request."""
    return "\\&" + line if line[:1] in ".'" else line


def verbatim(lines):
    escaped = (line[4:].replace("\\", "\\e").replace("-", "\\-") for line in lines)
    return [".PP", ".RS 4", ".nf", *(guarded(line) for line in escaped), ".fi", ".RE"]


def table(lines):
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    out = []
    for first, *rest in rows[2:]:  # the heading and the line below it say nothing that the text does not
        out += [".TP", f"\\fB{inline(first)}\\fR", inline(" ".join(rest))]
    return out


def blocks(lines):
    """Groups of lines between empty ones; an example keeps the empty lines inside it."""
    group = []
    for line in lines + [""]:
        if line.strip():
            if group and line.startswith("    ") != group[-1].startswith("    ") and not is_definition(group):
                yield group
                group = []
            group.append(line)
        elif group:
            yield group
            group = []


def is_definition(group):
    return any(line.startswith(":   ") for line in group)


def definition(group):
    at = next(i for i, line in enumerate(group) if line.startswith(":   "))
    text = " ".join(line.lstrip(": ").strip() for line in group[at:])
    return [".TP", inline(" ".join(group[:at])), inline(text)]


def page(source, version):
    lines = source.splitlines()
    title = re.match(r"[#%] ([\w-]+)\s*\(?(\d)\)?", lines[0])
    if not title:
        raise ValueError("no title line")
    out = [f'.TH {title.group(1).upper()} {title.group(2)} "" "Sparkloom {version}" "User commands"', ".nh"]
    for group in blocks(lines[1:]):
        if group[0].startswith("#"):
            if len(group) > 1:
                raise ValueError(f"a heading needs an empty line after it: {group[0]}")
            out.append(".SH " + inline(group[0].lstrip("# ")).upper())
        elif is_definition(group):
            out += definition(group)
        elif group[0].startswith("    "):
            out += verbatim(group)
        elif group[0].startswith("|"):
            out += table(group)
        else:
            out += [".PP", inline(" ".join(line.strip() for line in group))]
    return "\n".join(out) + "\n"


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        sys.stdout.write(page(file.read(), sys.argv[2]))
