#!/usr/bin/env python3
"""The folders of src/ are stages in one order: a file includes its own folder and folders before it, never later ones.
No two headers make a type of one name."""
import argparse
import pathlib
import re
import sys

ORDER = ["base", "capture", "clean", "dissect", "extract", "group", "match", "narrate", "persist", "present", "run", "serve"]


def upward_includes(source):
    rank = {name: i for i, name in enumerate(ORDER)}
    for path in sorted(source.glob("*/*")):
        stage = path.parent.name
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
            if not found:
                continue
            other = found.group(1).split("/")[0]
            if other not in rank:
                yield f"{path}:{number}: includes {found.group(1)}, which is not in a stage of src/"
            elif rank[other] > rank[stage]:
                yield f"{path}:{number}: {stage} includes {found.group(1)}, a later stage"


def doubled_types(source):
    """A type's name is its own in all of src/: of two types of one name the linker may mix up what it makes for them."""
    seen = {}
    for path in sorted(source.glob("*/*.h")):
        for name in re.findall(r"^(?:class|struct|enum class|union) (\w+)(?=[^;\n]*\{)", path.read_text(encoding="utf-8"), re.MULTILINE):
            if seen.setdefault(name, path) != path:
                yield f"{path}: {name} is a type of {seen[name]} too"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--source", type=pathlib.Path, required=True)
    source = parser.parse_known_args()[0].source / "src"
    folders = sorted(p.name for p in source.iterdir() if p.is_dir())
    errors = [f"src/{name} is not in the order of the stages" for name in folders if name not in ORDER]
    errors += [f"{p}: a source outside the stages" for p in source.glob("*.cpp")]
    if not errors:
        errors += upward_includes(source)
        errors += doubled_types(source)
    print(f"{len(folders)} stages, {sum(1 for _ in source.glob('*/*'))} files")
    if len(folders) < 5:
        errors.append("too few stages were seen for this test to mean anything")
    sys.exit("\n".join(errors) if errors else 0)


if __name__ == "__main__":
    main()
