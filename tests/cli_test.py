#!/usr/bin/env python3
"""The command line, run as a user runs it: what it prints, what it says on standard error, how it ends."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM = None
STORY = "The bridge over the Wennel was closed on Monday, the town of Harrowmere said. Nobody was hurt, it added."


def run(*words, stdin=b""):
    return subprocess.run([PROGRAM, *words], input=stdin, capture_output=True)


class Cli(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def file(self, name, content):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def read(self, *words, status=0, errors=(), stdin=b""):
        """The articles that `read` prints; each word of `errors` must stand in one line of standard error, in order."""
        done = run("read", *words, stdin=stdin)
        told = done.stderr.decode("utf-8").splitlines()
        self.assertEqual(done.returncode, status, told)
        self.assertEqual(len(told), len(errors), told)
        for line, error in zip(told, errors):
            self.assertIn(error, line)
        return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]

    # ---- inputs

    def test_a_text_is_taken_unchanged(self):
        text = "\ufeffFirst line.\r\n\r\n  " + STORY + "\n"
        articles = self.read(self.file("harrow.txt", text))
        self.assertEqual([(a["id"], a["text"]) for a in articles], [("harrow", text)])

    def test_a_text_takes_what_articles_json_says_of_it(self):
        self.file("a.txt", STORY)
        self.file("b.txt", STORY)
        self.file("articles.json", json.dumps([{"id": "one", "file": "a.txt", "outlet": "wennelpost.example",
                                                "published": "2031-05-05", "title": "Bridge closed"}]))
        one, b = self.read(self.folder.name)
        self.assertEqual((one["id"], one["outlet"], one["published"], one["title"]),
                         ("one", "wennelpost.example", "2031-05-05", "Bridge closed"))
        self.assertEqual((b["id"], b["outlet"]), ("b", None))

    def test_a_text_takes_what_the_json_beside_it_says(self):
        path = self.file("a.txt", STORY)
        self.file("a.json", json.dumps({"title": "Bridge closed", "date_publish": "2031-05-05 10:00:00"}))
        self.assertEqual([(a["title"], a["published"]) for a in self.read(path)],
                         [("Bridge closed", "2031-05-05T10:00:00Z")])

    def test_json_lines_are_read_with_other_datasets_keys(self):
        rows = [{"id": 7, "text": STORY, "pub_date": "2031-05-05", "source_domain": "wennelpost.example"},
                {"url": "https://wennelpost.example/1", "maintext": STORY, "publisher": {"name": "Wennel Post"}},
                {"text": STORY, "language": "en-GB", "title": 3.5}]
        articles = self.read(self.file("news.jsonl", "\n\n".join(map(json.dumps, rows))))
        self.assertEqual([(a["id"], a["outlet"], a["published"]) for a in articles],
                         [("7", "wennelpost.example", "2031-05-05"),
                          ("https://wennelpost.example/1", "Wennel Post", None), ("news:5", None, None)])
        self.assertEqual(articles[2]["language"], "en")

    def test_a_folder_is_walked_in_name_order(self):
        for name in ("b.txt", "a/z.txt", "c.txt", ".hidden.txt", "notes.md"):
            self.file(name, STORY)
        self.assertEqual([a["id"] for a in self.read(self.folder.name)], ["z", "b", "c"])

    def test_ids_are_unique(self):
        for name in ("a/x.txt", "b/x.txt"):
            self.file(name, STORY)
        self.assertEqual([a["id"] for a in self.read(self.folder.name)], ["x", "x#2"])

    def test_standard_input_is_text_or_json_lines(self):
        self.assertEqual([a["text"] for a in self.read("-", stdin=STORY.encode())], [STORY])
        row = json.dumps({"id": "k", "text": STORY}).encode()
        self.assertEqual([a["id"] for a in self.read("-", stdin=row + b"\n" + row)], ["k", "k#2"])

    def test_the_language_is_found(self):
        german = "Die Brücke über die Wennel wurde am Montag gesperrt, teilte die Stadt mit. Verletzt wurde niemand."
        self.file("a.txt", STORY)
        self.file("b.txt", german)
        self.assertEqual([a["language"] for a in self.read(self.folder.name)], ["en", "de"])

    # ---- bad inputs: each is named with its reason, and the rest goes on

    def test_unusable_files_are_named_and_the_rest_goes_on(self):
        cases = {"b-empty.txt": (b"", "is empty"), "c-blank.txt": (b" \n\t\n", "is empty"),
                 "d-binary.txt": (b"ab\0cd", "is binary"), "e-broken.txt": (b"abc\xff\xfe def", "not UTF-8 text (byte 3)"),
                 "f-cut.jsonl": (b'{"id":"x","text":"Half a', "f-cut.jsonl:1 is not JSON"),
                 "g-list.jsonl": (b"[1,2]", "not an object"), "h-none.jsonl": (b'{"id":"x"}', "neither text nor html")}
        self.file("a.txt", STORY)
        self.file("z.txt", STORY)
        for name, (content, _) in cases.items():
            self.file(name, content)
        articles = self.read(self.folder.name, errors=[reason for _, reason in cases.values()])
        self.assertEqual([a["id"] for a in articles], ["a", "z"])

    def test_a_missing_file_is_named(self):
        self.read(self.path("nowhere.txt"), status=1, errors=["nowhere.txt does not exist", "nothing usable"])

    def test_a_folder_without_articles_is_named(self):
        self.file("notes.md", "nothing")
        self.read(self.folder.name, status=1, errors=["holds no articles", "nothing usable"])

    def test_a_link_back_and_a_link_to_nothing_are_named(self):
        self.file("a.txt", STORY)
        os.symlink(self.folder.name, self.path("b"))
        os.symlink(self.path("gone"), self.path("c.txt"))
        articles = self.read(self.folder.name, errors=["link back to a folder", "link that leads nowhere"])
        self.assertEqual(len(articles), 1)

    @unittest.skipIf(os.geteuid() == 0, "the superuser may read everything")
    def test_a_file_that_may_not_be_read_is_named(self):
        path = self.file("a.txt", STORY)
        os.chmod(path, 0)
        self.read(path, status=1, errors=["may not be read", "nothing usable"])

    def test_a_line_that_is_too_long_is_named_and_the_next_is_read(self):
        huge = b'{"id":"a","text":"' + b"a" * (50 << 20) + b'"}\n'
        path = self.file("a.jsonl", huge + json.dumps({"id": "b", "text": STORY}).encode())
        self.assertEqual([a["id"] for a in self.read(path, errors=["a.jsonl:1 is a line longer"])], ["b"])
        self.read(self.file("b.txt", b"a" * (50 << 20)), status=1, errors=["larger than an article", "nothing usable"])

    def test_strict_makes_any_problem_a_failure(self):
        self.file("a.txt", STORY)
        self.file("b.txt", b"")
        self.assertEqual(len(self.read(self.folder.name, "--strict", status=1, errors=["b.txt is empty"])), 1)

    # ---- output and use

    def test_output_appears_complete_or_not_at_all(self):
        out = self.path("out.jsonl")
        self.assertEqual(self.read(self.file("in/a.txt", STORY), "--output", out), [])
        with open(out, encoding="utf-8") as f:
            self.assertEqual(json.loads(f.read())["id"], "a")
        before = os.stat(out).st_mtime_ns
        self.read(self.path("nowhere"), "--output", out, status=1, errors=["does not exist", "nothing usable"])
        self.assertEqual(os.stat(out).st_mtime_ns, before)
        self.assertEqual(sorted(os.listdir(self.folder.name)), ["in", "out.jsonl"])

    def test_output_that_cannot_be_written_is_an_error(self):
        path = self.file("a.txt", STORY)
        done = run("read", path, "--output", self.path("no/such/place.jsonl"))
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"cannot be written", done.stderr)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "read", path], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"standard output cannot be written", done.stderr)

    def test_wrong_use_ends_with_2(self):
        for words in ([], ["sing"], ["read"], ["read", "--format", "html", "x"], ["read", "--threads", "0", "x"],
                      ["mark", "--sing", "x"], ["report", "--group", "--format", "html", "x"]):
            done = run(*words)
            self.assertEqual((done.returncode, done.stdout), (2, b""), words)
            self.assertNotEqual(done.stderr, b"", words)

    def test_each_command_explains_itself_with_an_example(self):
        self.assertTrue(run("--version").stdout.startswith(b"hearsay "))
        for words in (["--help"], ["read", "--help"], ["mark", "--help"], ["report", "--help"]):
            done = run(*words)
            self.assertEqual(done.returncode, 0)
            self.assertIn(b"Example:", done.stdout)

    def test_mark_and_report_print_what_they_promise(self):
        self.file("a.txt", STORY)
        self.file("b.txt", STORY)
        marked = [json.loads(line) for line in run("mark", "--tokens", self.folder.name).stdout.splitlines()]
        self.assertEqual([m["id"] for m in marked], ["a", "b"])
        for key in ("sentences", "tokens", "entities", "times", "quantities", "attributions"):
            self.assertIn(key, marked[0])
        account = json.loads(run("report", self.folder.name).stdout)
        self.assertEqual(account["format"], "hearsay/account/1")
        self.assertEqual(len(account["articles"]), 2)

    def test_the_result_does_not_depend_on_the_threads(self):
        for i in range(40):
            self.file("%02d.txt" % i, STORY)
        one, four = (run("mark", "--threads", n, self.folder.name).stdout for n in ("1", "4"))
        self.assertEqual(one, four)
        self.assertEqual(len(one.splitlines()), 40)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    options, _ = parser.parse_known_args()
    PROGRAM = os.path.abspath(options.program)
    unittest.main(argv=sys.argv[:1])
