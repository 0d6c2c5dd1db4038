#!/usr/bin/env python3
"""LibreOffice opens the workbook, and every cell that it reads is the one in the CSV of the same tables. `apt-get install
libreoffice-calc-nogui` brings it; `./set-up checks` does not, because it is larger than everything else together."""
import csv
import io
import pathlib
import subprocess
import sys
import tempfile

from arguments import parse
from consumers import need_program
from export_runs import Runs

EVERY_SHEET_AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


GUARDED = ("'=", "'+", "'-", "'@", "'\t", "'\r", "'\n")


def rows(path):
    return list(csv.reader(io.StringIO(path.read_bytes().decode(), newline="")))


def same(got, expected):
    """But for the apostrophe by which CSV keeps a spreadsheet from running a text, and how a truth and a number are written."""
    if expected[:2] in GUARDED:
        expected = expected[1:]
    if got == expected or got.lower() == expected and expected in ("true", "false"):
        return True
    try:
        return abs(float(got) - float(expected)) < 1e-9
    except ValueError:
        return False


def differences(name, got, expected):
    if len(got) != len(expected):
        return [f"{name}: {len(got)} rows for {len(expected)}"]
    return [f"{name}, row {i + 1}, {expected[0][k]}: {a!r} for {b!r}"
            for i, (one, other) in enumerate(zip(got, expected)) for k, (a, b) in enumerate(zip(one, other)) if not same(a, b)]


def main():
    need_program("soffice")
    runs = Runs(parse(__doc__))
    problems = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        runs.export("csv", output=f"{folder}/tables/")
        runs.export("xlsx", output=folder / "story.xlsx")
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", EVERY_SHEET_AS_CSV,
                        "--outdir", str(folder), str(folder / "story.xlsx")], check=True, capture_output=True, timeout=240)
        for table in (folder / "tables").iterdir():
            problems += differences(table.stem, rows(folder / f"story-{table.stem}.csv"), rows(table))
    return "\n".join(problems[:20]) if problems else 0


if __name__ == "__main__":
    sys.exit(main())
