#!/usr/bin/env python3
"""LibreOffice opens the workbook and reads back what the CSV of the same tables says. `apt-get install libreoffice-calc-nogui`
brings it; `./set-up checks` does not, because it is larger than everything else together."""
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


def rows(path):
    return list(csv.reader(io.StringIO(path.read_bytes().decode(), newline="")))


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
            expected, got = rows(table), rows(folder / f"story-{table.stem}.csv")
            if [row[0] for row in got] != [row[0] for row in expected]:
                problems.append(f"{table.stem}: {len(got)} rows for {len(expected)}")
            if table.stem == "claims" and [row[5].strip() for row in got] != [row[5].removeprefix("'").strip() for row in expected]:
                problems.append("the words of claims are others")
    return "\n".join(problems) if problems else 0


if __name__ == "__main__":
    sys.exit(main())
