#!/usr/bin/env python3
"""Runs `report` on each story in examples/ and compares what it prints, byte for byte, with tests/golden/.

Standard error must stay empty, and a second run on several threads must print the same. With --update the expected
files are written instead: look at the difference before you commit it. Without an expected file a story is only run:
exit 0, nothing on standard error, the same from any number of threads.
"""
import difflib
import pathlib
import subprocess
import sys

from arguments import parse

FORMATS = {"json": "json", "text": "txt"}


def report(program, source, story, form, threads):
    run = subprocess.run([program, "report", "--format", form, "--threads", str(threads), f"examples/{story}"],
                         cwd=source, capture_output=True, check=False)
    return run.returncode, run.stdout, run.stderr


def first_difference(expected, printed):
    """The first lines that differ; JSON stands on one line, so there the first characters."""
    a, b = expected.decode(errors="replace"), printed.decode(errors="replace")
    if a.count("\n") < 2:
        at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
        return f"  expected ...{a[max(0, at - 80):at + 80]}...\n  printed  ...{b[max(0, at - 80):at + 80]}..."
    lines = list(difflib.unified_diff(a.splitlines(), b.splitlines(), "expected", "printed", lineterm="", n=1))
    return "\n".join(lines[:40])


def check(arguments, story, form):
    """What is wrong with one story in one format; nothing when all is well."""
    golden = arguments.source / "tests" / "golden" / f"{story}.{FORMATS[form]}"
    status, printed, errors = report(arguments.program, arguments.source, story, form, 1)
    if status != 0 or errors:
        return f"exit {status}, standard error: {errors.decode(errors='replace')[:500]}"
    if report(arguments.program, arguments.source, story, form, 3)[1] != printed:
        return "three threads print something else than one"
    if arguments.update:
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(printed)
    elif golden.exists() and golden.read_bytes() != printed:
        return first_difference(golden.read_bytes(), printed)
    return None


def main():
    arguments = parse(__doc__, "write the expected files")
    stories = sorted(folder.name for folder in (arguments.source / "examples").iterdir() if folder.is_dir())
    wrong = 0
    for story in stories:
        for form in FORMATS:
            problem = check(arguments, story, form)
            if problem:
                wrong += 1
                print(f"{story}, {form}: {problem}")
    if wrong:
        print(f"\n{wrong} outputs are not as expected. If the new ones are right: {sys.argv[0]} --program "
              f"{arguments.program} --update")
    return 1 if wrong or not stories else 0


if __name__ == "__main__":
    sys.exit(main())
