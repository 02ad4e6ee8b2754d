#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Validates what sparkloomctl --json really prints, for every command, against resources/schemas.

Runs on virtual Sparks with a home folder of its own; the person there reads German, since documents are the same in every
language. SPARKLOOM_BIN_DIR and SPARKLOOM_SOURCE_DIR name build and tree.
"""
import copy
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SKIPPED = 77
try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is missing: packaging/dependencies.sh test")
    sys.exit(SKIPPED)

PROGRAM = pathlib.Path(os.environ["SPARKLOOM_BIN_DIR"]) / "sparkloomctl"
RESOURCES = pathlib.Path(os.environ["SPARKLOOM_SOURCE_DIR"]) / "resources"
# Each line is one command; several commands share the virtual Sparks, as in a script of a user.
WHOLE_JOB = """\
discover --json
add spark-a --json
trust --json
inspect --json
cables --json
blink spark-a 0 --seconds 1 --json
blink spark-a 7 --json
cables --watch --timeout 1 --json
cables --which --timeout 1 --json
plan --diff --json
status --json
env --json
verify --json
apply --yes --json
verify --json
test tcp --quick --seconds 1 --cross-check --json
test nccl --quick --sizes 32M --json
nccl --json
nccl --undo --json
nccl --from nobody --json
test ladder --seconds 1 --quick --json
test bandwidth --json
watch --seconds 1 --json
watch --hz 60 --json
status --json
fault on mtu-fell-back cable:spark-a:0 --json
status --json
keep --json
fault off mtu-fell-back cable:spark-a:0 --json
keep spark-a --json
env --json
env --format json
env --format docker --json
setup --yes --json
finish --json
revert --json
forget nobody --json
plug spark-a:1 spark-b:1 --json
plug nowhere nothing --json
unplug spark-a:1 --json
slow spark-a:0 25 --json
fault on F-02 spark-a --json
fault on nothing nowhere --json
undo --yes --json
forget --yes --json
"""
# A ring with a cable missing: a goal, an instruction, a set-up that waits in vain.
MISSING_CABLE = """\
unplug spark-a:0 --json
cables --topology ring --json
setup --yes --timeout 1 --json
"""
# What somebody else set up is taken over, and a Spark leaves it.
MEMBERSHIP = """\
adopt --json
leave spark-c --yes --json
adopt nobody --json
"""
# Nobody has NCCL: one fetches the package.
WITHOUT_NCCL = """\
setup --json
nccl --json
nccl --undo --json
"""
# Without any Spark: every one fails in its own way and says so in its document.
MISTAKES = ["frobnicate", "status", "setup", "setup --mtu 9978", "shell", "plug a:0 b:0", "fault on F-02 a", "forget nobody", "env --format fish",
            "trust", "inspect", "leave a", "replace a", "adopt", "cables", "plan", "apply", "verify", "test tcp", "test", "watch", "undo", "finish", "revert", "keep", "add a/b"]


class Schemas:
    """The schemas of the tree, by name."""

    def __init__(self):
        self.all = {}
        for path in sorted((RESOURCES / "schemas").glob("*.schema.json")):
            schema = json.loads(path.read_text(encoding="utf-8"))
            jsonschema.Draft202012Validator.check_schema(schema)
            self.all[path.name] = schema

    def problems(self, name, document):
        schema = self.all.get(name + ".schema.json")
        if schema is None:
            return [f"there is no schema {name}"]
        # One document for the validator: how files are resolved differs between its versions.
        shared = self.all["document.schema.json"]["$defs"]
        bundle = json.loads(json.dumps(schema).replace("document.schema.json#/", "#/"))
        bundle["$defs"] = {**shared, **bundle.get("$defs", {})}
        bundle.pop("$id", None)
        validator = jsonschema.Draft202012Validator(bundle)
        return [f"{name}: /{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}"
                for error in validator.iter_errors(document)]

    def problems_of_document(self, document):
        name = str(document.get("schema", "")).removeprefix("sparkloom-")
        return self.problems(name, document)


def run(arguments, home, text=""):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("LC_") and k != "LANGUAGE"}
    environment.update(HOME=home, TMPDIR=home, LANG="de_DE.UTF-8", XDG_CONFIG_HOME=f"{home}/config",
                       XDG_DATA_HOME=f"{home}/data", XDG_STATE_HOME=f"{home}/state")
    return subprocess.run([PROGRAM, *arguments], input=text, env=environment, capture_output=True, encoding="utf-8",
                          timeout=200, check=False)


def documents(text):
    """The JSON documents of a text, which may stand one after the other."""
    decoder, at, found = json.JSONDecoder(), 0, []
    while text[at:].strip():
        at += len(text[at:]) - len(text[at:].lstrip())
        document, at = decoder.raw_decode(text, at)
        found.append(document)
    return found


def commands(home):
    """Every command that the help names, and those of the virtual shell."""
    text = run(["--help"], home).stdout
    return re.findall(r"^  ([a-z]+) ", text, re.MULTILINE) + ["plug", "unplug", "slow", "fault"]


def scenario_without_nccl(home):
    scenario = json.loads((RESOURCES / "scenarios" / "pair.json").read_text(encoding="utf-8"))
    for host in scenario["hosts"]:
        host["nccl"] = False
    path = pathlib.Path(home) / "without-nccl.json"
    path.write_text(json.dumps(scenario), encoding="utf-8")
    return str(path)


def sentences_that_are_not_english(document):
    text = json.dumps(document, ensure_ascii=False)
    return re.findall(r"[^\"]*\b(?:wurde|nicht|ist|keine?|und|werden)\b[^\"]*", text)


def mistakes_are_seen(schemas, sample):
    """A schema that accepts anything proves nothing."""
    extra, wrong, missing = copy.deepcopy(sample), copy.deepcopy(sample), copy.deepcopy(sample)
    extra["surprise"] = 1
    wrong["exitCode"] = 6
    del missing["plan"]
    nested = copy.deepcopy(sample)
    nested["plan"]["sparks"][0]["changes"][0]["kind"] = "magic"
    return [f"accepted: {what}" for what, document in (("a field more", extra), ("an exit code that is none", wrong),
            ("no plan", missing), ("an unknown kind", nested)) if not schemas.problems_of_document(document)]


def main():
    schemas = Schemas()
    problems = []
    for scenario in sorted((RESOURCES / "scenarios").glob("*.json")):
        problems += schemas.problems("scenario", json.loads(scenario.read_text(encoding="utf-8")))
    with tempfile.TemporaryDirectory() as home:
        seen = []
        for scenario, text in (("pair", WHOLE_JOB), ("ring", MISSING_CABLE), ("ring-ready", MEMBERSHIP),
                               (scenario_without_nccl(home), WITHOUT_NCCL)):
            result = run(["--virtual", scenario, "--speed", "100", "--yes", "shell"], home, text)
            found = documents(result.stdout)
            if len(found) < text.count("\n"):
                problems.append(f"{scenario}: only {len(found)} documents; {result.stderr[-2000:]}")
            seen += found
        for line in MISTAKES:
            result = run([*line.split(), "--json"], home)
            found = documents(result.stdout)
            if len(found) != 1 or "error" not in found[0] or result.returncode != found[0].get("exitCode"):
                problems.append(f"{line}: exit code {result.returncode}, {result.stdout[:300]}")
            seen += found
        for document in seen:
            problems += schemas.problems_of_document(document)
            problems += [f"not English: {text[:200]}" for text in sentences_that_are_not_english(document)]
        worked = {document["schema"].removeprefix("sparkloom-") for document in seen if "error" not in document}
        told = {document["schema"].removeprefix("sparkloom-") for document in seen}
        # The shell itself prints the documents of its lines; of its own it has one only when it cannot be started. No Spark
        # of these is replaced (tst_virtual_membership does it); such a document is that of a set-up.
        problems += [f"no document of {name} was seen" for name in commands(home) if name not in worked | {"shell", "replace"}]
        problems += [f"no failure of {name} was seen" for name in ("error", "shell", "setup", "status") if name not in told]
    plans = [document for document in seen if document["schema"] == "sparkloom-plan" and "plan" in document]
    problems += mistakes_are_seen(schemas, plans[0]) if plans else ["no plan was seen"]
    if not any("goal" in document for document in seen):
        problems.append("no cabling with a goal was seen")
    print(f"{len(seen)} documents of {len(told)} kinds")
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
