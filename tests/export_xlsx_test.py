#!/usr/bin/env python3
"""The workbook as openpyxl reads it, held against the CSV of the same tables."""
import csv
import io
import json
import pathlib
import sys
import tempfile
import unittest

from arguments import parse
from consumers import need_packages
from export_runs import Runs

need_packages("openpyxl")
import openpyxl  # noqa: E402

RUNS = None


def plain(value):
    """A cell's value as CSV has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if hasattr(value, "strftime"):
        return value.strftime("%Y-%m-%d")
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


class Workbook(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.path = self.folder / "story.xlsx"

    def tables(self):
        RUNS.export("csv", output=f"{self.folder}/tables/")
        read = lambda path: list(csv.reader(io.StringIO(path.read_bytes().decode(), newline="")))
        return {path.stem: read(path) for path in (self.folder / "tables").iterdir()}

    def test_every_cell_is_that_of_the_csv(self):
        RUNS.export("xlsx", output=self.path)
        book = openpyxl.load_workbook(self.path)
        tables = self.tables()
        self.assertEqual(book.sheetnames[0], "columns")
        self.assertEqual(set(book.sheetnames[1:]), set(tables))
        for name, rows in tables.items():
            sheet = [[plain(v) for v in row] for row in book[name].iter_rows(values_only=True)]
            unguarded = [[c[1:] if c[:2] in ("'=", "'+", "'-", "'@", "'\n", "'\r", "'\t") else c for c in row] for row in rows]
            self.assertEqual(len(sheet), len(rows), name)
            for got, expected in zip(sheet, unguarded):
                for a, b in zip(got, expected):
                    if a != b:
                        self.assertAlmostEqual(float(a), float(b), msg=name)

    def test_sheets_are_made_to_be_used(self):
        RUNS.export("xlsx", output=self.path)
        book = openpyxl.load_workbook(self.path)
        for sheet in book.worksheets[1:]:
            self.assertEqual(sheet.freeze_panes, "B2")
            self.assertTrue(sheet.auto_filter.ref)
        told = [row[:3] for row in book["columns"].iter_rows(min_row=2, values_only=True)]
        for sheet in book.worksheets[1:]:
            for cell in sheet[1]:
                self.assertTrue(any(row[0] == sheet.title and row[1] == cell.value and row[2] for row in told), cell.value)

    def test_texts_are_never_formulas_and_links_are_links(self):
        account = RUNS.account()
        account["origins"][0]["name"] = "=HYPERLINK(\"http://evil.example\")"
        account["articles"][0]["address"] = "https://nordwire.example/fire?a=1&b=2"
        account["articles"][1]["address"] = "javascript:alert(1)"
        RUNS.run("export", "--output", str(self.path), "-", stdin=json.dumps(account).encode())
        book = openpyxl.load_workbook(self.path)
        cell = book["origins"]["B2"]
        self.assertEqual((cell.data_type, cell.value), ("s", account["origins"][0]["name"]))
        links = {c.hyperlink.target for row in book["articles"].iter_rows() for c in row if c.hyperlink}
        self.assertEqual(links, {account["articles"][0]["address"]})
        to_words = [c.hyperlink for c in book["claims"]["I"] if c.hyperlink]
        self.assertEqual(len(to_words), sum(c["article"] == account["articles"][0]["id"] for c in account["claims"]))

    def test_what_a_cell_cannot_hold_is_cut(self):
        account = RUNS.account()
        account["origins"][0]["why"] = "\u00e4" * 40000
        account["origins"][1]["why"] = "bell \u0007, not a character \uffff"
        RUNS.run("export", "--output", str(self.path), "-", stdin=json.dumps(account).encode())
        sheet = openpyxl.load_workbook(self.path)["origins"]
        why = [c.value for c in sheet["F"]]
        self.assertEqual((len(why[1]), why[1][-4:]), (32767, "\u00e4..."))
        self.assertEqual(why[2], "bell \ufffd, not a character \ufffd")

    def test_a_coding_sheet_may_be_a_workbook(self):
        RUNS.export("coding", output=self.path)
        self.assertEqual(openpyxl.load_workbook(self.path).sheetnames, ["columns", "coding"])


def main():
    global RUNS
    RUNS = Runs(parse(__doc__))
    unittest.main(argv=["export_xlsx_test"])


if __name__ == "__main__":
    sys.exit(main())
