#!/usr/bin/env python3
"""tools/build_happenings.py on an invented WordNet of a few senses: which words it takes as a happening and which it leaves out."""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from arguments import parse

ARGUMENTS = None

# Offset, file, part, words with their numbers and pointers ("+" a derived word, "~" a narrower sense) of each sense, as wndb(5WN) has them.
NOUNS = [
    ("10", 4, "n", ["blotting"], [("+", "60", "v")]),            # an act
    ("11", 6, "n", ["blotter"], [("+", "60", "v")]),             # a thing
    ("12", 11, "n", ["squall"], [("~", "13", "n")]),             # an event
    ("13", 11, "n", ["gustnado", "whirly"], []),                 # a narrower one
    ("14", 18, "n", ["whirly"], []),                             # a person
]
VERBS = [
    ("60", 35, "v", ["blot", "smear"], [("+", "10", "n"), ("+", "11", "n")]),
    ("61", 35, "v", ["smear:1"], []),
    ("62", 35, "v", ["waylay"], []),
]
ADJECTIVES = [("80", 0, "a", ["blotted"], [])]
# How often tagged text has a word in a sense.
COUNTS = ["smear%2:35:01:: 1 9", "whirly%1:11:00:: 1 9", "blot%2:35:00:: 1 5"]
IRREGULAR = ["waylaid waylay"]
ORDINARY = "blot blotted blotting blotter smear squall whirly waylay ambush rowdies".split()
TABLE = """\
# A remark.
[violence]
!blotting: blot.v.1 -blotter
storm: squall.n.1* ownword
ambush: waylay.v.1

[further deeds]
ambush

[parties]
rowdies, louts
police
"""


def data_lines(senses):
    for offset, file, part, words, pointers in senses:
        fields = [offset, f"{file:02d}", part, f"{len(words):02x}"]
        for word in words:
            fields += [word.partition(":")[0], word.partition(":")[2] or "0"]
        fields.append(f"{len(pointers):03d}")
        for symbol, target, target_part in pointers:
            fields += [symbol, target, target_part, "0101"]
        yield " ".join(fields) + " | a gloss of it"


def index_lines(senses):
    offsets = {}
    for offset, _, part, words, _ in senses:
        for word in words:
            offsets.setdefault((word.partition(":")[0], part), []).append(offset)
    for (word, part), of_word in offsets.items():
        yield " ".join([word, part, str(len(of_word)), "0", str(len(of_word)), "0", *of_word])


class BuildHappenings(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        for name in ("tools", "data", "wordnet"):
            (self.root / name).mkdir()
        shutil.copy(ARGUMENTS.source / "tools" / "build_happenings.py", self.root / "tools")
        (self.root / "tools" / "event_types.txt").write_text(TABLE)
        licence = "  1 A licence, indented.\n"
        for name, senses in (("noun", NOUNS), ("verb", VERBS), ("adj", ADJECTIVES)):
            self.write(f"data.{name}", licence + "\n".join(data_lines(senses)) + "\n")
            self.write(f"index.{name}", licence + "\n".join(index_lines(senses)) + "\n")
        self.write("verb.exc", "\n".join(IRREGULAR) + "\n")
        self.write("cntlist.rev", "\n".join(COUNTS) + "\n")
        (self.root / "ordinary").write_text("\n".join(ORDINARY) + "\n")

    def write(self, name, text):
        (self.root / "wordnet" / name).write_text(text)

    def build(self, *options):
        return subprocess.run([sys.executable, self.root / "tools" / "build_happenings.py", "--wordnet",
                               self.root / "wordnet", "--ordinary", self.root / "ordinary", *options],
                              capture_output=True, text=True)

    def built(self, name):
        done = self.build()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return (self.root / "data" / name).read_text()

    def words_of(self, happening):
        for line in self.built("happenings.txt").splitlines():
            if line.startswith(happening + " ="):
                return line.partition(" = ")[2].split(", ")
        self.fail(f"there is no line for {happening}")

    def test_a_word_that_is_named_comes_with_those_derived_from_it_and_its_forms(self):
        words = self.words_of("blotting")
        self.assertIn("blot", words)
        self.assertIn("blotting", words, "an act derived from it")
        self.assertIn("blotted", words, "a form that is an adjective of its own")

    def test_a_thing_or_what_the_table_bans_does_not(self):
        self.assertNotIn("blotter", self.words_of("blotting"))

    def test_a_word_with_another_meaning_for_the_most_part_is_left_out(self):
        self.assertNotIn("smear", self.words_of("blotting"), "nine times of ten something else")
        self.assertIn("whirly", self.words_of("storm"), "nine times of ten a storm")

    def test_narrower_senses_come_where_the_table_asks_and_no_rare_word(self):
        words = self.words_of("storm")
        self.assertIn("squall", words)
        self.assertNotIn("gustnado", words)
        self.assertIn("ownword", words, "a word of the table's own")

    def test_deeds_are_of_the_marked_lines_and_the_further_ones(self):
        deeds = self.built("deeds.txt")
        listed = deeds.partition("[deeds]\n")[2].partition("\n\n")[0].replace("\n", ", ").split(", ")
        self.assertIn("blot", listed)
        self.assertIn("ambush", listed)
        self.assertNotIn("squall", listed)
        self.assertTrue(deeds.endswith("[parties]\nrowdies, louts\npolice\n"), deeds[-80:])

    def test_the_same_inputs_give_the_same_bytes(self):
        first = self.built("happenings.txt"), self.built("deeds.txt")
        self.assertEqual(first, (self.built("happenings.txt"), self.built("deeds.txt")))

    def test_what_was_left_out_is_explained_and_nothing_written(self):
        done = self.build("--explain")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("blotter: banned in the table", done.stdout)
        self.assertIn("gustnado: no ordinary word", done.stdout)
        self.assertEqual(list((self.root / "data").iterdir()), [])

    def test_a_sense_that_is_none_is_named(self):
        (self.root / "tools" / "event_types.txt").write_text(TABLE.replace("waylay.v.1", "waylay.v.2"))
        done = self.build()
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("tools/event_types.txt, ambush: WordNet has no waylay.v.2", done.stderr)


if __name__ == "__main__":
    ARGUMENTS = parse(__doc__)
    unittest.main(argv=sys.argv[:1])
