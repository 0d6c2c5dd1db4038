#!/usr/bin/env python3
"""Checks that docs/account.md shows what the program prints today; with --update writes it.

The page shows each way in which many reports come down to fewer origins, and each kind of disagreement, on the stories in
examples/. For each it is looked up in the accounts' JSON which point or copy shows it, and that part of the printed account is
taken over as it is. A kind that no story shows any more fails the test.
"""
import json
import os
import pathlib
import re
import subprocess
import sys

from arguments import parse

HEAD = """# Reading an account

Every example on this page is what the program prints for the invented stories in `examples/`
(`hearsay report examples/harbour-fire`); `tests/account_guide_test.py --update` writes the page, and a test compares it
with the program. The owner of the outlets and the agency of the third story, which are invented, are listed in
`tests/account_guide/data/`, which `HEARSAY_DATA=tests/account_guide` uses in place of the lists in `data/`.
"""

# title, what it means, where it is looked for, what its reason or its parts must hold
COLLAPSES = [
    ("A copied passage", "Two reports share a run of words. They count as one newsroom at least, two at most.",
     "copy", r"^\d+ words in a row: (?!.*(both credit|same owner|names \"|credits))"),
    ("A credit line", "A report says whose text it is. What it says is then the agency's.", "copy", r"credits |both credit "),
    ("A named upstream", "A report names another outlet as its source.", "copy", r"names \""),
    ("The same speaker", "However many report it, it was said by one person or body.", "origins", r"^same speaker: "),
    ("A translation of one statement", "The words differ as two translations do; the statement is the same.",
     "copy", r"a statement in other words"),
    ("The same publisher", "Two outlets of one owner share their text.", "copy", r"same owner"),
    ("An official and his body", "Somebody who speaks for a body is not a second origin beside it.", "origins", r" speaks for "),
    ("Anonymous officials", "An official without a name may be another, or one of those already counted.", "origins",
     r"unnamed sources? may be one of the others"),
    ("The outlet's own voice", "A report that names nobody may know this itself or repeat another report.", "origins",
     r"names? nobody for it"),
]
KINDS = [
    ("A number", "quantity", "conflict", "The bounds have nothing in common."),
    ("A number, compatible", "quantity", "compatible", "One contains the other: \"at least 40\" and \"about 45\" can both be true."),
    ("A number, updated", "quantity", "update", "The later reports have higher numbers: the count went on."),
    ("A date", "date", "conflict", "Two days for one event."),
    ("A place", "place", "conflict", "Two places for one event, and no report says that one is in the other."),
    ("An actor", "actor", "conflict", "One act, and two who are said to have done it."),
    ("Yes and no", "polarity", "conflict", "Somebody denies what others assert."),
    ("Different things counted", "scope", "scope", "The dead are not the injured: no conflict, and no agreement either."),
    ("One statement in two wordings", "wording", "translation", "One speaker, quoted word for word in words that differ."),
]


def run(arguments, story, form):
    environment = dict(os.environ, HEARSAY_DATA=str(arguments.source / "tests" / "account_guide"))
    done = subprocess.run([arguments.program, "report", "--format", form, "--threads", "1", f"examples/{story}"],
                          cwd=arguments.source, capture_output=True, check=True, env=environment)
    return done.stdout.decode()


class Story:
    def __init__(self, arguments, name):
        self.name = name
        self.account = json.loads(run(arguments, name, "json"))
        self.blocks = re.split(r"\n\n+", run(arguments, name, "text"))
        self.copies = next((b for b in self.blocks if b.startswith("WHO COPIED WHOM")), "")

    def point(self, identifier):
        """The point's part of the printed account; nothing when the account prints it only briefly."""
        block = next((b for b in self.blocks if re.search(rf"(?m)^{identifier} ", b) and "gathered by" in b), None)
        return block[re.search(rf"(?m)^{identifier} ", block).start():] if block else None

    def copy(self, why):
        entries = re.split(r"\n(?! )", self.copies)[2:]
        return next((e for e in entries if re.search(why, re.sub(r"\n +", " ", e).split("% of its words. ", 1)[-1])), None)

    def with_reason(self, why):
        points = sorted(self.account["points"], key=lambda p: len(p["claims"]))
        for point in points:
            if any(re.search(why, reason) for reason in point["origins"]["why"]) and self.point(point["id"]):
                return self.point(point["id"])
        return None

    def with_difference(self, kind, relation):
        """The smallest point that differs in this alone or, where there is none, in this too."""
        found = []
        for point in self.account["points"]:
            kinds = [(d["kind"], d["relation"]) for d in point["disagreements"]]
            if (kind, relation) in kinds and self.point(point["id"]):
                found.append((len(set(kinds)), len(point["claims"]), self.point(point["id"])))
        return min(found)[2] if found else None


def example(stories, find):
    for story in stories:
        block = find(story)
        if block:
            return f"From `{story.name}`:\n\n" + "\n".join("    " + line if line else "" for line in block.strip("\n").split("\n"))
    return None


def write(stories):
    """The page, and the kinds that no story shows."""
    parts, missing = [HEAD, "## Many reports, fewer origins\n"], []
    for title, meaning, where, why in COLLAPSES:
        shown = example(stories, lambda s: s.copy(why) if where == "copy" else s.with_reason(why))
        missing += [] if shown else [title]
        parts.append(f"### {title}\n{meaning}\n\n{shown}\n")
    parts.append("## Where accounts differ\n")
    for title, kind, relation, meaning in KINDS:
        shown = example(stories, lambda s: s.with_difference(kind, relation))
        missing += [] if shown else [title]
        parts.append(f"### {title}\n`{kind}`, `{relation}`. {meaning}\n\n{shown}\n")
    return "\n".join(parts), missing


def main():
    arguments = parse(__doc__, "write the page")
    names = sorted(folder.name for folder in (arguments.source / "examples").iterdir() if folder.is_dir())
    page, missing = write([Story(arguments, name) for name in names])
    path = arguments.source / "docs" / "account.md"
    for title in missing:
        print(f"no story in examples/ shows it any more: {title}")
    if arguments.update:
        path.write_text(page, encoding="utf-8")
    elif not path.exists() or path.read_text(encoding="utf-8") != page:
        print(f"docs/account.md is not what the program prints now: {sys.argv[0]} --program PROGRAM --update")
        return 1
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
