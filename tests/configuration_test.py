#!/usr/bin/env python3
"""The configuration file, `hearsay doctor`, --version, and the progress shown while a user waits."""
import fcntl
import json
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
import unittest

from arguments import parse
from scratch import ScratchTest, read_terminal

ARGUMENTS = None
STORY = "Nine people were hurt when the bridge over the Wennel fell, Mayor Ana Vell said on Monday."


class Configuration(ScratchTest):
    def run_with(self, *words, config=None, **environment):
        """Runs the program with these lines as its user's configuration."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("HEARSAY_")}
        if config is not None:
            self.file("home/.config/hearsay/config", config)
        return subprocess.run([ARGUMENTS.program, *words], capture_output=True, text=True,
                              env={**clean, "HOME": self.path("home"), "XDG_CONFIG_HOME": "", **environment})

    def test_options_hold_where_the_command_line_does_not_give_them(self):
        story = self.file("s/a.txt", STORY)
        self.file("s/b.txt", "The bridge was shut, it said.")
        folder = self.path("s")
        rows = [("", ["report", story], '{"format"'),
                ("# mine\n\n[report]\nformat = text\n", ["report", story], "===="),
                ("[report]\nformat = text\n", ["report", "--format", "json", story], '{"format"'),
                ("[report]\nformat = text\n", ["read", story], '{"format"'),
                ("format = text\n[report]\n  format=html  \n", ["report", story], "<!doctype html>"),
                ("format = text\n[read]\nformat = json\n", ["report", story], "===="),
                ("[report]\nall = true\n", ["report", "--brief", "--format", "text", story], '"Nine')]
        for config, words, begins in rows:
            done = self.run_with(*words, config=config)
            self.assertEqual((done.returncode, done.stderr), (0, ""), (config, words))
            self.assertTrue(done.stdout.startswith(begins), (config, words, done.stdout[:80]))
        done = self.run_with("report", folder, config="[report]\nwithout = a\nformat = json\n")
        self.assertEqual([a["id"] for a in json.loads(done.stdout)["articles"]], ["b"])
        self.assertEqual(len(self.run_with("read", folder, config="limit = 1\n").stdout.splitlines()), 1)
        for words, count in (([], 2), (["--outlet", "x.example"], 0)):  # lines of one option add up; the command line replaces them
            done = self.run_with("read", *words, "--language", "en", folder, config="language = de\nlanguage = fr\n")
            self.assertEqual(len(done.stdout.splitlines()), count, done.stderr)
        self.assertEqual(self.run_with("read", folder, config="language = de\nlanguage = en\n").returncode, 0)

    def test_a_line_that_is_no_setting_is_named(self):
        story = self.file("a.txt", STORY)
        rows = [("threads = many\n", "config:1: --threads: "), ("\nspeed = 3\n", "config:2: no command has this option: speed"),
                ("[mark]\ncorrections = x\n", "config:2: mark has no such option: corrections"),
                ("[marc]\nformat = text\n", "config:1: there is no such command: [marc]"),
                ("threads\n", "config:1: no \"=\" after an option's name: threads"),
                ("threads =\n", "config:1: nothing after the \"=\": threads"), ("help = true\n", "config:1: no command has this option"),
                ("PATH = x\n", "config:1: no command has this option"), ("strict = perhaps\n", "config:1: "),
                ("since = soon\n", "config:1: --since: soon is not a day"), ("\x1b[2J = 1\n", "config:1: no command has this option: \ufffd[2J")]
        for config, told in rows:
            done = self.run_with("mark", story, config=config)
            self.assertEqual((done.returncode, done.stdout), (2, ""), config)
            self.assertIn(told, done.stderr)
            sick = self.run_with("doctor", config=config)
            self.assertEqual(sick.returncode, 1, config)
            self.assertIn("wrong: " + os.path.join(self.path("home"), ".config/hearsay/") + told, sick.stdout)
            self.assertTrue(sick.stdout.endswith("\n1 problem\n"), sick.stdout)

    def test_which_file_it_is(self):
        story = self.file("a.txt", STORY)
        other = self.file("xdg/hearsay/config", "format = text\n")
        self.assertTrue(self.run_with("read", story, XDG_CONFIG_HOME=self.path("xdg")).stdout.startswith("a\n"))
        self.assertTrue(self.run_with("read", story, HEARSAY_CONFIG=other).stdout.startswith("a\n"))
        self.assertTrue(self.run_with("read", story, config="format = text\n", HEARSAY_CONFIG="").stdout.startswith("{"))
        for name in ("nowhere", "xdg"):
            done = self.run_with("read", story, HEARSAY_CONFIG=self.path(name))
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertIn(name + " cannot be read", done.stderr)

    def test_the_doctor_finds_nothing_wrong(self):
        done = self.run_with("doctor")
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        for told in ("hearsay ", "models/names.bin ", "libcurl/", "libarchive ", ".config/hearsay/config: there is none",
                     "none (HEARSAY_DATA is not set)", "an invented story of 2 reports: ", "all is well\n"):
            self.assertIn(told, done.stdout)
        for count, config in (("1 setting", "threads = 2\n"), ("3 settings", "threads = 2\n[report]\nall = true\nbrief = true\n")):
            done = self.run_with("doctor", config=config)
            self.assertIn("config: %s\n" % count, done.stdout)
            self.assertTrue(done.stdout.endswith("all is well\n"), done.stdout)

    def test_the_doctor_asks_each_command_about_its_values(self):
        told = self.run_with("doctor", config="format = html\n[read]\nlimit = 0\nformat = text\n").stdout
        wrong = [line.split("/config:")[1] for line in told.splitlines() if "wrong: " in line]
        self.assertEqual(len(wrong), 2, told)
        self.assertRegex(wrong[0], r"^1: --format: .*csv.* \(mark, group, stories, changes\)$")  # not report, which prints it
        self.assertRegex(wrong[1], r"^3: --limit: .* \(read\)$")

    def test_the_doctor_says_which_lists_are_the_users(self):
        with open(ARGUMENTS.source / "data" / "titles.txt", encoding="utf-8") as f:
            titles = f.read()
        lines = titles.splitlines()
        self.file("mine/data/titles.txt", "\n".join([*lines[:-1], "# one more", "# and another"]) + "\n")
        shutil.copy(ARGUMENTS.source / "data" / "units.txt", self.path("mine/data/units.txt"))
        done = self.run_with("doctor", HEARSAY_DATA=self.path("mine"))
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("data/titles.txt: 2 lines more than the program's list, 1 of its lines gone", done.stdout)
        self.assertIn("data/units.txt: the same as the program's", done.stdout)
        self.file("mine/data/units.txt", "[length]\nfurrow (0 metre) = furrow\n")
        done = self.run_with("doctor", HEARSAY_DATA=self.path("mine"))
        self.assertEqual(done.returncode, 1)
        self.assertIn("wrong: data/units.txt:2", done.stdout)
        self.file("misnamed/data/zebras.txt", "zebra\n")
        self.file("broken/data/families.txt", b"Ren\xe9 = a.example\n")
        for folder, told in (("nowhere", "nowhere (HEARSAY_DATA) is not a folder"), ("misnamed", "zebras.txt is none of the program's lists"),
                             ("broken", "families.txt is not UTF-8 text")):
            done = self.run_with("doctor", HEARSAY_DATA=self.path(folder))
            self.assertEqual((done.returncode, done.stdout.count("wrong: "), done.stdout.count(told)), (1, 1, 1), done.stdout)
            self.assertTrue(done.stdout.endswith("\n1 problem\n"), done.stdout)
            for version in ("hearsay ", "models/names.bin ", "libcurl/"):
                self.assertIn("\n  " + version, done.stdout)

    def test_the_version_has_each_models(self):
        told = self.run_with("--version").stdout.splitlines()
        self.assertRegex(told[0], r"^hearsay \d+\.\d+\.\d+$")
        models = sorted(p.name for p in (ARGUMENTS.source / "models").iterdir() if p.suffix != ".md")
        self.assertEqual([line.split()[0] for line in told[1:]], ["models/" + name for name in models])
        prints = [re.fullmatch(r"\S+ ([0-9a-f]{16})", line).group(1) for line in told[1:]]
        self.assertEqual(len(set(prints)), len(models))
        shutil.copytree(ARGUMENTS.source / "models", self.path("mine/models"))
        order = self.file("mine/models/stances.txt", "other")
        changed = self.run_with("-V", HEARSAY_DATA=self.path("mine")).stdout.splitlines()
        different = [line.split()[0] for line, old in zip(changed, told) if line.split()[:2] != old.split()[:2]]
        self.assertEqual(different, ["models/stances.txt"])
        self.assertIn("(" + order + ")", "\n".join(changed))

    def test_a_waiting_reader_is_told_the_stage(self):
        story = self.file("a.jsonl", "\n".join(json.dumps({"id": str(i), "text": STORY.replace("Nine", str(i + 9)) * 40}) for i in range(60)))
        terminal, end = pty.openpty()
        fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 80, 0, 0))
        with subprocess.Popen([ARGUMENTS.program, "report", "--format", "json", "--output", self.path("o.json"), story], stderr=end,
                              env={**os.environ, "TERM": "xterm"}) as child:
            os.close(end)
            shown = read_terminal(terminal)
        self.assertEqual(child.returncode, 0)
        self.assertRegex(shown, rb"marking, \d+ of 60")
        self.assertTrue(shown.endswith(b"\r\x1b[K"))


if __name__ == "__main__":
    ARGUMENTS = parse(__doc__)
    unittest.main(argv=[sys.argv[0]])
