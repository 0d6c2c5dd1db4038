#!/usr/bin/env python3
"""Output and saved state under faults: the program killed at any moment, a full disk, a read-only folder. The old file
stays intact until the new one is complete, and nothing unfinished is left behind."""

import argparse
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
import unittest

from scratch import ScratchTest

PROGRAM = None
WORDS = "quay harbour sandbank cable lantern vessel winter bridge council barrel timber anchor meadow signal".split()


def articles(seed, count):
    rng = random.Random(seed)
    rows = []
    for i in range(count):
        text = " ".join("%s%d%s" % (rng.choice(WORDS), rng.randrange(900), "." if k % 9 == 8 else "") for k in range(120))
        rows.append({"id": "a%d-%d" % (seed, i), "text": text, "published": "2031-05-%02d" % (1 + i * 28 // count)})
    return "\n".join(map(json.dumps, rows))


class Chaos(ScratchTest):
    def names(self):
        return sorted(os.listdir(self.folder.name))

    def run_and_end(self, words, ending, seconds, limit=None):
        """Runs the program, sends it a signal after a time, and returns how it ended."""
        with subprocess.Popen([PROGRAM, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=limit) as child:
            time.sleep(seconds)
            child.send_signal(ending)
        return child.returncode

    def test_who_ends_it_finds_the_old_file_or_the_new_one_and_nothing_else(self):
        self.file("in.jsonl", articles(1, 400))
        words = {"out.jsonl": ["group", "--output", self.path("out.jsonl")], "state": ["group", "--state", self.path("state")]}
        rng = random.Random(3)
        for name, command in words.items():
            command = [*command, "--threads", "2", self.path("in.jsonl")]
            begun = time.monotonic()
            self.assertEqual(subprocess.run([PROGRAM, *command], capture_output=True).returncode, 0)
            whole = time.monotonic() - begun
            new = self.content(name)
            ended = 0
            for turn in range(16):
                ending = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)[turn % 3]
                if name == "state":
                    os.unlink(self.path(name))
                else:
                    self.file(name, "old")
                status = self.run_and_end(command, ending, rng.random() * whole * 1.1)
                ended += status == -ending
                self.assertIn(status, (0, -ending), (name, turn))
                there = self.content(name) if os.path.exists(self.path(name)) else b"old"
                self.assertIn(there, (b"old", new), (name, turn))
                self.assertEqual([n for n in self.names() if n not in ("in.jsonl", *words)], [], (name, turn))
                if not os.path.exists(self.path(name)):
                    self.file(name, "")
            self.assertGreater(ended, 0)

    def test_a_kill_that_nothing_can_answer_leaves_the_old_file_or_the_new_one(self):
        self.file("in.jsonl", articles(1, 400))
        command = ["group", "--output", self.path("out.jsonl"), self.path("in.jsonl")]
        self.assertEqual(subprocess.run([PROGRAM, *command], capture_output=True).returncode, 0)
        new = self.content("out.jsonl")
        rng = random.Random(4)
        for _ in range(8):
            self.file("out.jsonl", "old")
            self.run_and_end(command, signal.SIGKILL, rng.random() * 0.2)
            self.assertIn(self.content("out.jsonl"), (b"old", new))
        # What it leaves has a name that is not read as an article.
        for name in self.names():
            self.assertTrue(name in ("in.jsonl", "out.jsonl") or name.startswith("."), name)

    def test_a_full_disk_is_told_and_costs_nothing_that_was_there(self):
        self.file("in.jsonl", articles(1, 400))
        for name, words in (("out.jsonl", ["group", "--output"]), ("out.html", ["report", "--quiet", "--output"]), ("state", ["group", "--state"])):
            command = [PROGRAM, *words, self.path(name), self.path("in.jsonl")]
            if words[-1] == "--state":
                self.assertEqual(subprocess.run(command, capture_output=True).returncode, 0)
                self.file("in.jsonl", articles(2, 400))
            else:
                self.file(name, "old")
            before = self.content(name)
            for most in (0, 1, 4096, 20000):
                def limit():
                    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
                done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=limit)
                self.assertEqual((done.returncode, done.stderr.count(b"cannot be written")), (1, 1), (name, most, done.stderr))
                self.assertIn(b"cannot be written", done.stderr)
                self.assertEqual(self.content(name), before, (name, most))
            self.assertEqual([n for n in self.names() if n.startswith(".")], [], name)

    @unittest.skipIf(os.geteuid() == 0, "the superuser may write everywhere")
    def test_a_folder_that_may_not_be_written_to_is_told_before_the_work(self):
        self.file("in.jsonl", articles(1, 3))
        os.mkdir(self.path("shut"), 0o555)
        for words in (["read", "--output"], ["group", "--state"]):
            done = subprocess.run([PROGRAM, *words, self.path("shut/x"), self.path("in.jsonl")], capture_output=True)
            self.assertEqual((done.returncode, done.stdout), (1, b""))
            self.assertIn(b"cannot be written", done.stderr)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    options, _ = parser.parse_known_args()
    PROGRAM = os.path.abspath(options.program)
    unittest.main(argv=sys.argv[:1])
