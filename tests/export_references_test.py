#!/usr/bin/env python3
"""pandoc reads the exported references, and both formats yield the same ones."""
import json
import subprocess
import sys
import unittest

from arguments import parse
from consumers import need_program
from export_runs import STORIES, Runs

need_program("pandoc")
RUNS = None


def references(form, data):
    """The references as pandoc's citation processor reads them, in CSL-JSON."""
    done = subprocess.run(["pandoc", "--from", form, "--to", "csljson"], input=data, capture_output=True, check=True)
    return json.loads(done.stdout)


class References(unittest.TestCase):
    def test_every_article_is_a_reference(self):
        for story in STORIES:
            articles = RUNS.account(story)["articles"]
            for form, kind in (("bibtex", "bibtex"), ("biblatex", "bibtex"), ("csljson", "csl-json")):
                found = references(form, RUNS.export(kind, story=story))
                self.assertEqual({r["title"] for r in found}, {a["title"] for a in articles}, form)
                self.assertEqual({r["container-title"] for r in found}, {a["outlet"] for a in articles}, form)
                days = {"-".join(f"{part:02}" for part in r["issued"]["date-parts"][0]) for r in found}
                self.assertEqual({day[:7] for day in days}, {a["published"][:7] for a in articles}, form)

    def test_signs_of_latex_are_signs(self):
        account = RUNS.account()
        title = r"50% of {all} $costs$ & \input{x} #1 a_b ~ ^ — Вестник"
        account["articles"][0].update(title=title, authors=["Ann {Bo} and Son", "C & D"], id="a/b c%")
        data = json.dumps(account).replace('"article": "nordwire"', '"article": "a/b c%"').replace('"nordwire"', '"a/b c%"').encode()
        printed = RUNS.run("export", "--to", "bibtex", "-", stdin=data).stdout
        found = references("biblatex", printed)[0]
        self.assertEqual(found["title"].replace("\u00a0", "~"), title)
        self.assertEqual([a.get("literal") or a.get("family") for a in found["author"]], ["Ann {Bo} and Son", "C & D"])
        self.assertEqual(found["id"], "a-b-c-")


def main():
    global RUNS
    RUNS = Runs(parse(__doc__))
    unittest.main(argv=["export_references_test"])


if __name__ == "__main__":
    sys.exit(main())
