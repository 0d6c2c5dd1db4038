#!/usr/bin/env python3
"""The folders of src/ are rooms in one order: a file includes its own room and rooms before it, never later ones.

A stage may have rooms of its own; they stand in an order too, and before the stage's own files, which bring them together. A room
that the order does not name, or that does not exist, is an error, so that the list is the house as it stands. No two headers make
a type of one name.
"""
import argparse
import pathlib
import re
import sys

ORDER = [
    "base",
    "capture/bytes", "capture/network", "capture/formats", "capture/folders",
    "clean/articles", "clean/markup", "clean/dates", "clean/texts", "clean/pages", "clean",
    "dissect/arithmetic", "dissect/words", "dissect/trees", "dissect/encoder", "dissect",
    "extract/names", "extract/references", "extract/times", "extract/quantities", "extract/attributions", "extract",
    "group/held", "group/copies", "group/stories",
    "identify",
    "itemise/words", "itemise/propositions", "itemise/values", "itemise/stances", "itemise/speakers", "itemise",
    "match",
    "measure/evidence", "measure/origins", "measure/disagreements", "measure",
    "narrate",
    "persist/databases", "persist",
    "present/words", "present/json", "present/terminal", "present/page", "present",
    "publish/tables", "publish/coding", "publish/graphs", "publish/citations", "publish/markup", "publish/annotations", "publish",
    "run/threads", "run/accounts", "run/inputs", "run",
    "serve",
]


def upward_includes(source):
    rank = {name: i for i, name in enumerate(ORDER)}
    for path in sorted(p for p in source.rglob("*") if p.suffix in {".h", ".cpp"}):
        room = path.parent.relative_to(source).as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
            if not found or room not in rank:
                continue
            other = pathlib.PurePosixPath(found.group(1)).parent.as_posix()
            if other not in rank:
                yield f"{path}:{number}: includes {found.group(1)}, which is in no room of src/"
            elif rank[other] > rank[room]:
                yield f"{path}:{number}: {room} includes {found.group(1)}, a later room"


def doubled_types(source):
    """A type's name is its own in all of src/: of two types of one name the linker may mix up what it makes for them."""
    seen = {}
    for path in sorted(source.rglob("*.h")):
        for name in re.findall(r"^(?:class|struct|enum class|union) (\w+)(?=[^;\n]*\{)", path.read_text(encoding="utf-8"), re.MULTILINE):
            if seen.setdefault(name, path) != path:
                yield f"{path}: {name} is a type of {seen[name]} too"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--source", type=pathlib.Path, required=True)
    source = parser.parse_known_args()[0].source / "src"
    files = [p for p in source.rglob("*") if p.suffix in {".h", ".cpp"}]
    rooms = {p.parent.relative_to(source).as_posix() for p in files}
    errors = [f"src/{name} is not in the order of the rooms" for name in sorted(rooms - set(ORDER))]
    errors += [f"src/{name} is in the order of the rooms and has no files" for name in ORDER if name not in rooms]
    stages = list(dict.fromkeys(name.split("/")[0] for name in ORDER))
    if stages != sorted(stages):
        errors.append("the stages are not in alphabetical order")
    errors += upward_includes(source)
    errors += doubled_types(source)
    print(f"{len(stages)} stages, {len(rooms)} rooms, {len(files)} files")
    sys.exit("\n".join(errors) if errors else 0)


if __name__ == "__main__":
    main()
