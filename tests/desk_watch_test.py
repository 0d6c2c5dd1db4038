#!/usr/bin/env python3
"""hearsay watch against a server of its own: what feeds add, change, break and repeat, and how it ends."""
import contextlib
import http.server
import json
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import unittest

from arguments import parse
from scratch import ScratchTest

ARGUMENTS = None


def feed(*items):
    """RSS of (name, text) pairs; each name's page is at an address of its own that is never fetched."""
    inside = "".join(f"<item><title>{name} told</title><link>https://post.example/{name}</link><guid>{name}</guid>"
                     f"<pubDate>Mon, 05 May 2031 08:00:00 GMT</pubDate><description>{text}</description></item>" for name, text in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>{inside}</channel></rss>'.encode()


def story(hurt, place):
    return (f"{hurt} people were hurt when the bridge over the {place} fell, Mayor Ana Vell said on Monday. The bridge of {place} was built "
            f"by the Katal company. Surgeon Josef Kalm told reporters that most of those hurt in {place} had been on a tram.")


class Watch(ScratchTest):
    def setUp(self):
        super().setUp()
        self.store = self.path("desk.db")
        self.pages = {}  # path: bytes, or a status
        self.asked = []
        test = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                answer = test.pages.get(self.path, 404)
                test.asked.append((self.path, self.headers.get("If-None-Match")))
                if isinstance(answer, int):
                    self.send_response(answer)
                    self.end_headers()
                    return
                tag = f'"{hash(answer)}"'
                self.send_response(304 if self.headers.get("If-None-Match") == tag else 200)
                self.send_header("ETag", tag)
                self.send_header("Content-Type", "application/rss+xml")
                self.end_headers()
                if self.headers.get("If-None-Match") != tag:
                    self.wfile.write(answer)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        self.base = f"http://127.0.0.1:{self.server.server_port}"

    def words(self, *more):
        return [ARGUMENTS.program, "watch", "--store", self.store, "--allow-private", "--threads", "2", *more]

    def once(self, *more, status=0):
        done = subprocess.run(self.words("--once", *more), capture_output=True, text=True)
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stdout, done.stderr

    def rows(self, question):
        with contextlib.closing(sqlite3.connect(self.store)) as base:
            return base.execute(question).fetchall()

    def test_what_is_new_and_changed_is_taken_and_the_rest_is_not_fetched(self):
        listed = self.file("feeds.txt", f"# our feeds\n{self.base}/a  1s\n\n{self.base}/b 1d # daily\n{self.base}/a\n")
        self.pages = {"/a": feed(("one", story("Nine", "Wennel"))), "/b": feed(("two", story("Six", "Tirkul")))}
        told, _ = self.once(listed)
        self.assertEqual(told.count("1 new, 0 changed, 0 there already, 0 refused"), 2)
        time.sleep(1.1)
        told, _ = self.once(listed)
        self.assertEqual(told.count("0 new, 0 changed, 0 there already"), 1)  # the other is not due
        self.assertIsNotNone(self.asked[-1][1])
        self.pages["/a"] = feed(("one", story("Fourteen", "Wennel")), ("three", story("Two", "Marn")))
        time.sleep(1.1)
        told, _ = self.once(listed)
        self.assertIn("1 new, 1 changed", told)
        self.assertEqual(self.rows("SELECT count(*), sum(version) FROM article"), [(3, 3 + 2 + 4)])
        self.assertIn(("number", "Nine", "Fourteen"), self.rows("SELECT kind, before, after FROM change"))
        self.assertEqual(self.rows("SELECT count(*) FROM story WHERE told_state IS NOT state"), [(0,)])

    def test_a_feed_that_fails_is_left_alone_for_longer_each_time(self):
        listed = self.file("feeds.txt", f"{self.base}/a 1s\n{self.base}/b 1s\n")
        self.pages = {"/a": 500, "/b": feed(("two", story("Six", "Tirkul")))}
        _, problems = self.once(listed)
        self.assertIn(f"{self.base}/a ", problems)
        state = dict(self.rows("SELECT address, failures FROM feed"))
        self.assertEqual(state, {f"{self.base}/a": 1, f"{self.base}/b": 0})
        pauses = []
        for _ in range(2):
            time.sleep(max(0, self.rows("SELECT max(next) FROM feed")[0][0] - time.time()) + 0.1)
            self.once(listed)
            pauses.append(self.rows(f"SELECT next FROM feed WHERE address = '{self.base}/a'")[0][0] - time.time())
        self.assertGreater(pauses[1], pauses[0] + 1)
        self.pages["/a"] = feed(("one", story("Nine", "Wennel")))
        with contextlib.closing(sqlite3.connect(self.store)) as base:
            base.execute("UPDATE feed SET next = 0")
            base.commit()
        self.once(listed)
        self.assertEqual(self.rows("SELECT sum(failures), count(fault) FROM feed"), [(0, 0)])

    def test_a_list_may_be_opml_and_a_bad_one_is_told(self):
        self.pages = {"/a": feed(("one", story("Nine", "Wennel")))}
        opml = self.file("feeds.opml", f'<opml version="2.0"><body><outline text="ours"><outline type="rss" text="a" xmlUrl="{self.base}/a"/>'
                                       "</outline></body></opml>")
        self.assertIn("1 new", self.once(opml)[0])
        for content, reason in (("post.example/feed\n", "line 1 is not an http or https address"), ("# none\n", "names no feed"),
                                (f"{self.base}/a\n{self.base}/b often\n", "line 2 has something after the address")):
            self.assertIn(reason, self.once(self.file("bad.txt", content), status=1)[1])
        self.assertIn("does not exist", self.once(self.path("none.txt"), status=1)[1])

    def test_it_goes_on_until_it_is_asked_to_end(self):
        listed = self.file("feeds.txt", f"{self.base}/a 1s\n")
        self.pages = {"/a": feed(("n0", story("Nine", "Wennel")))}
        got = self.path("got.jsonl")
        going = subprocess.Popen(self.words("--notify", f"cat >> '{got}'", listed), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            for number in range(1, 4):
                seen = len(self.asked)
                for _ in range(300):
                    time.sleep(0.1)
                    if len([path for path, _ in self.asked[seen:] if path == "/a"]) > 0:
                        break
                self.pages["/a"] = feed(*[(f"n{i}", story("Nine", "Wennel") + f" Witness number {i} heard {i + 2} bangs.") for i in range(number + 1)])
            for _ in range(300):
                time.sleep(0.1)
                if os.path.exists(self.store) and self.rows("SELECT count(*) FROM article") == [(4,)] and os.path.exists(got):
                    break
        finally:
            going.send_signal(signal.SIGTERM)
            told, problems = going.communicate(timeout=60)
        self.assertEqual((going.returncode, problems), (0, b""), told)
        self.assertEqual(self.rows("SELECT count(*), count(DISTINCT known_by) FROM article"), [(4, 4)])
        self.assertEqual(self.rows("SELECT count(*) FROM run WHERE ended IS NULL"), [(0,)])
        self.assertTrue(all(json.loads(line)["format"] == "hearsay/change/1" for line in open_lines(got)))
        done = subprocess.run([ARGUMENTS.program, "check", "--store", self.store], capture_output=True, text=True)
        self.assertIn("is intact: 4 articles", done.stdout)


    # A day's run in short: in each round feeds add, change, repeat and drop items, and now and then one breaks. A round is over when
    # each feed was asked for again.
    def test_a_day_of_it_loses_nothing_and_takes_no_more_memory(self):
        rounds, measured_from = 16, 6
        listed = self.file("feeds.txt", "".join(f"{self.base}/{name} 1s\n" for name in "abc"))
        going = subprocess.Popen(self.words("--quiet", listed), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        told, memory = {}, []
        try:
            for number in range(rounds):
                for feed_number, name in enumerate("abc"):
                    place = word(number * 3 + feed_number).title()
                    told[f"{name}{number}"] = story(number + 2, place)
                    changed = f"{name}{number - 1}"
                    if changed in told:
                        told[changed] = told[changed].replace("Monday", "Tuesday")
                    items = [(item, told[item]) for item in (f"{name}{number - i}" for i in range(4)) if item in told]
                    self.pages[f"/{name}"] = feed(*items, *items[:1])
                seen = len(self.asked)
                self.wait(lambda: all([path for path, _ in self.asked[seen:]].count(f"/{name}") >= 2 for name in "abc"))  # the second is of a round that is whole
                if number % 5 == 3:
                    self.pages["/b"] = 500 if number % 2 else b"<rss><channel><item>"
                    self.wait(lambda: self.rows("SELECT failures FROM feed WHERE address LIKE '%/b'")[0][0] > 0)
                    self.pages["/b"] = feed(("b-late", story(number, "Lateplace")))
                memory.append(memory_kilobytes(going))
                self.assertIsNone(going.poll())
        finally:
            going.send_signal(signal.SIGTERM)
            going.communicate(timeout=120)
        self.assertEqual(going.returncode, 0)
        self.assertLessEqual(set(told), {row[0].rsplit("/", 1)[-1] for row in self.rows("SELECT id FROM article")})
        self.assertEqual(self.rows("SELECT count(*) - count(DISTINCT known_by) FROM article"), [(0,)])
        self.assertLess(memory[-1] - memory[measured_from], 30_000, memory)

    def wait(self, condition, seconds=90):
        end = time.monotonic() + seconds
        while not condition():
            self.assertLess(time.monotonic(), end)
            time.sleep(0.05)


def word(number):
    """A place that no other number has."""
    return "".join("bdfgklmnprst"[number // 12 ** i % 12] + "aeiou"[(number + i) % 5] for i in range(3)) + "rn"


def memory_kilobytes(process):
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise AssertionError("no VmRSS")


def open_lines(path):
    with open(path, encoding="utf-8") as file:
        return file.readlines()


if __name__ == "__main__":
    ARGUMENTS = parse(__doc__)
    ARGUMENTS.source = pathlib.Path(ARGUMENTS.source).resolve()
    unittest.main(argv=sys.argv[:1])
