#!/usr/bin/env python3
"""CoNLL-U as the validator of Universal Dependencies (udtools) takes it; TimeML as an XML parser does, with the text whole."""
import json
import subprocess
import sys
import unittest
import xml.etree.ElementTree

from arguments import parse
from consumers import need_packages
from export_runs import STORY, Runs

need_packages("udtools")
RUNS = None


class Marked(unittest.TestCase):
    def test_conllu_is_well_formed(self):
        data = RUNS.run("export", "--to", "conllu", STORY).stdout
        # Level 1 is the format, level 2 the universal part of the guidelines, which a parser's trees need not keep.
        done = subprocess.run([sys.executable, "-c", "from udtools.cli import main; main()", "--lang", "ud", "--level", "1", "-"],
                              input=data, capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, (done.stdout + done.stderr).decode(errors="replace")[:2000])

    def test_conllu_has_the_words_of_the_text(self):
        texts = [json.loads(line)["text"] for line in RUNS.run("read", "--format", "json", STORY).stdout.splitlines()]
        document = -1
        for line in RUNS.run("export", "--to", "conllu", STORY).stdout.decode().splitlines():
            document += line.startswith("# newdoc")
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            place = dict(part.split("=") for part in cells[9].split("|"))
            words = texts[document][int(place["Start"]):int(place["End"])]
            self.assertEqual(" ".join(words.split()).replace(" ", "\u00a0"), cells[1])

    def test_timeml_is_xml_with_the_text_whole(self):
        root = xml.etree.ElementTree.fromstring(RUNS.run("export", "--to", "timex", STORY).stdout)
        texts = [json.loads(line)["text"] for line in RUNS.run("read", "--format", "json", STORY).stdout.splitlines()]
        documents = root.findall("TimeML")
        self.assertEqual(["".join(d.find("TEXT").itertext()) for d in documents], texts)
        marked = [json.loads(line) for line in RUNS.run("mark", "--format", "json", STORY).stdout.splitlines()]
        for document, article in zip(documents, marked):
            found = [(t.text, t.get("type"), t.get("value")) for t in document.find("TEXT").iter("TIMEX3")]
            self.assertEqual(found, [(article["text"][t["begin"]:t["end"]], t["type"], t["value"]) for t in article["times"]])


def main():
    global RUNS
    RUNS = Runs(parse(__doc__))
    unittest.main(argv=["export_marked_test"])


if __name__ == "__main__":
    sys.exit(main())
