#!/usr/bin/env python3
"""CSV, TSV and SQLite as Python's own readers take them; what `export` refuses; the same bytes from the articles and from the
account's JSON."""
import csv
import io
import json
import pathlib
import re
import sqlite3
import tempfile
import unittest

from arguments import parse
from export_runs import STORIES, STORY, Runs

RUNS = None
TABLES = ["articles", "claims", "points", "values", "origins", "disagreements", "copies", "names", "corrections", "sources",
          "mentions", "passages", "changes", "omissions"]

# Texts that a spreadsheet would run or a careless writer would break; each stands in a name, a title or a claim.
HOSTILE = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "a,b", 'she said "no"', "one\ntwo", "one\r\ntwo",
           "\u0646\u0634\u0631\u0629 \u0623\u062e\u0628\u0627\u0631", "\u0412\u0435\u0441\u0442\u043d\u0438\u043a",
           "\uff1d1+1", " blank ", "'quoted"]


def rows_of(data, delimiter=","):
    return list(csv.DictReader(io.StringIO(data.decode(), newline=""), delimiter=delimiter))


def hostile_account():
    """The account of harbour-fire whose outlets, titles and origins are such texts."""
    account = RUNS.account()
    for i, text in enumerate(HOSTILE):
        account["articles"][i % len(account["articles"])]["title" if i % 2 else "outlet"] = text
        account["origins"][i]["name"] = text
    return account


class Tables(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_a_folder_gets_every_table(self):
        for story in STORIES:
            out = self.folder / pathlib.Path(story).name
            RUNS.export("csv", story=story, output=f"{out}/")
            account = RUNS.account(story)
            self.assertEqual(sorted(p.name for p in out.iterdir()), sorted(f"{t}.csv" for t in TABLES))
            count = {t: len(rows_of((out / f"{t}.csv").read_bytes())) for t in TABLES}
            self.assertEqual(count["claims"], len(account["claims"]))
            self.assertEqual(count["values"], sum(len(c["values"]) for c in account["claims"]))
            self.assertEqual(count["disagreements"], sum(len(p["disagreements"]) for p in account["points"]))
            self.assertEqual(count["mentions"], sum(len(e["mentions"]) for e in account["entities"]))

    def test_rows_are_the_account(self):
        account = RUNS.account()
        for row, claim in zip(rows_of(RUNS.export("csv")), account["claims"]):
            self.assertEqual((row["claim"], row["point"], row["text"].removeprefix("'"), row["stance"]),
                             (claim["id"], claim["point"], claim["text"], claim["stance"]))
            self.assertEqual((int(row["begin"]), int(row["end"])), (claim["begin"], claim["end"]))
        values = [v for c in account["claims"] for v in c["values"]]
        for row, value in zip(rows_of(RUNS.export("csv", "--table", "values")), values):
            for name, key in (("low", "low"), ("high", "high")):
                self.assertEqual(float(row[name]) if row[name] else None, value.get(key))
            for name, key in (("first_day", "from"), ("last_day", "to")):
                self.assertEqual(row[name] or None, value.get(key))

    def test_columns_are_chosen(self):
        data = RUNS.export("csv", "--table", "points", "--columns", "standing,point").decode()
        self.assertEqual(data.split("\r\n")[:2], ["standing,point", "contested,p1"])

    def test_the_mark_of_utf8(self):
        self.assertTrue(RUNS.export("csv", "--bom").startswith(b"\xef\xbb\xbfclaim,"))
        self.assertTrue(RUNS.export("csv").startswith(b"claim,"))

    def test_cells_that_a_spreadsheet_would_run(self):
        data = json.dumps(hostile_account()).encode()
        printed = RUNS.run("export", "--to", "csv", "--table", "origins", "-", stdin=data).stdout
        for row, text in zip(rows_of(printed), HOSTILE):
            guarded = text[0] in "=+-@\t\r\n\uff1d"
            self.assertEqual(row["name"], "'" + text if guarded else text)
        tsv = RUNS.run("export", "--to", "tsv", "--table", "origins", "-", stdin=data).stdout.decode()
        self.assertEqual({line.count("\t") for line in tsv.splitlines()}, {5})
        self.assertFalse(re.search(r"(^|\t)[=+@-]", tsv))

    def test_sqlite_has_the_rows_as_they_are(self):
        data = json.dumps(hostile_account()).encode()
        path = self.folder / "story.db"
        RUNS.run("export", "--output", str(path), "-", stdin=data)
        base = sqlite3.connect(path)
        self.assertEqual([n for (n,) in base.execute("SELECT name FROM origins LIMIT ?", [len(HOSTILE)])], HOSTILE)
        self.assertEqual(base.execute("PRAGMA integrity_check").fetchone(), ("ok",))
        self.assertEqual(base.execute("PRAGMA user_version").fetchone(), (1,))
        found = base.execute("SELECT count(*) FROM claims_search WHERE claims_search MATCH 'warehouse'").fetchone()[0]
        said = sum("warehouse" in c["text"].lower() for c in RUNS.account()["claims"])
        self.assertGreater(found, 0)
        self.assertLessEqual(found, said)
        for (view,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
            base.execute(f'SELECT * FROM "{view}"').fetchall()
        self.assertTrue(json.loads((self.folder / "story.metadata.json").read_text())["databases"]["story"]["queries"])

    def test_articles_and_their_account_give_the_same(self):
        """Except for words that an account does not quote; no other column depends on them."""
        for kind in ("gexf", "graphml", "prov", "claim", "bibtex", "md", "coding"):
            self.assertEqual(RUNS.export(kind), RUNS.export_story(kind), kind)
        self.assertEqual(RUNS.export("csv"), RUNS.export_story("csv"))

    def test_the_same_bytes_twice(self):
        for kind in ("xlsx", "sqlite"):
            self.assertEqual(RUNS.export(kind), RUNS.export(kind), kind)

    def test_report_writes_the_kinds_too(self):
        self.assertEqual(RUNS.run("report", "--format", "bibtex", STORY).stdout, RUNS.export("bibtex"))
        path = self.folder / "story.md"
        RUNS.run("report", "--output", str(path), STORY)
        self.assertEqual(path.read_bytes(), RUNS.export("md"))

    def test_what_is_refused(self):
        account = RUNS.account_bytes()
        broken = account.replace(b'"origin":"o1"', b'"origin":"o9999"', 1)
        for words, stdin, status, message in (
                (["export", "--to", "pdf", "-"], account, 2, "pdf"),
                (["export", "-"], account, 2, "choose --to"),
                (["export", "--output", "a.pdf", "-"], account, 2, "does not print pdf"),
                (["export", "--to", "csv", "--table", "clams", "-"], account, 2, "there is no table"),
                (["export", "--to", "csv", "--columns", "clam", "-"], account, 2, "is not a column of claims"),
                (["export", "--to", "md", "--columns", "claim", "-"], account, 2, "--columns"),
                (["export", "--to", "md", "--codebook", "acled", "-"], account, 2, "--codebook"),
                (["export", "--to", "graph", "-"], account, 2, "name a folder"),
                (["export", "--to", "conllu", "-"], account, 2, "does not contain"),
                (["export", "--to", "md", "--without", "Nordwire", "-"], account, 2, "needs the articles"),
                (["export", "--to", "md", "--without", "Nobody Known", STORY], None, 2, "no article, outlet or source"),
                (["export", "--to", "md", "-"], account + account, 0, "a second account"),
                (["export", "--to", "md", "-"], broken, 1, '"o9999", which does not exist'),
                (["export", "--to", "md", "-"], account[:-9], 1, "is not JSON"),
                (["export", "--to", "md", "no-such-folder"], None, 1, "does not exist"),
                (["report", "--group", "--format", "xlsx", STORY], None, 2, "--group")):
            done = RUNS.run(*words, stdin=stdin, check=False)
            self.assertEqual(done.returncode, status, (words, done.stderr))
            self.assertIn(message, done.stderr.decode(), words)
            if status:
                self.assertEqual(done.stdout, b"", words)

    def test_nothing_is_left_half_written(self):
        path = self.folder / "story.db"
        path.write_bytes(b"what was there before")
        done = RUNS.run("export", "--output", str(path), "-", stdin=RUNS.account_bytes()[:-9], check=False)
        self.assertEqual((done.returncode, path.read_bytes()), (1, b"what was there before"))
        self.assertEqual([p.name for p in self.folder.iterdir()], ["story.db"])


class CommandTables(unittest.TestCase):
    def test_read(self):
        rows = rows_of(RUNS.run("read", "--format", "csv", STORY).stdout)
        articles = [json.loads(line) for line in RUNS.run("read", "--format", "json", STORY).stdout.splitlines()]
        self.assertEqual([(r["article"], r["text"]) for r in rows], [(a["id"], a["text"]) for a in articles])

    def test_mark(self):
        rows = rows_of(RUNS.run("mark", "--format", "csv", f"{STORY}/01.txt").stdout)
        article = json.loads(RUNS.run("mark", "--format", "json", f"{STORY}/01.txt").stdout)
        kinds = {"name": "entities", "time": "times", "quantity": "quantities"}
        for kind, key in kinds.items():
            self.assertEqual(sum(r["mark"] == kind for r in rows), len(article[key]))
        for row in rows:
            self.assertEqual(row["text"].removeprefix("'"), article["text"][int(row["begin"]):int(row["end"])])

    def test_group(self):
        rows = rows_of(RUNS.run("group", "--format", "tsv", "--columns", "article,copied_from,kind", STORY).stdout, "\t")
        story = json.loads(RUNS.run("group", "--format", "json", STORY).stdout)
        self.assertEqual([r["article"] for r in rows], story["articles"])
        self.assertEqual({r["article"] for r in rows if r["copied_from"]}, {c["to"] for c in story["copies"]})


def main():
    global RUNS
    RUNS = Runs(parse(__doc__))
    unittest.main(argv=["export_tables_test"])


if __name__ == "__main__":
    main()
