#!/usr/bin/env python3
"""tools/release, in a small repository of its own whose tests only say that they ran."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from arguments import parse

ARGUMENTS = None
WHO = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.example",
       "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b.example"}
CHANGELOG = "# Changelog\n\n## [Unreleased]\n### Added\n- Kilns are counted.\n\n## [0.1.0] - 2020-01-02\n- All of it.\n"


class Release(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        (self.root / "tools").mkdir()
        shutil.copy(ARGUMENTS.source / "tools" / "release", self.root / "tools" / "release")
        self.write("test", "#!/bin/sh\necho tested $1\n", 0o755)
        # The project's own line, so that the script and the file cannot drift apart.
        line = next(x for x in (ARGUMENTS.source / "CMakeLists.txt").read_text().splitlines() if x.startswith("project("))
        self.current = line.split()[2]
        self.write("CMakeLists.txt", f"cmake_minimum_required(VERSION 3.25)\n{line}\n")
        self.write("CHANGELOG.md", CHANGELOG)
        self.git("init", "-q", "-b", "main")
        self.commit()
        major, minor, patch = map(int, self.current.split("."))
        self.next = f"{major}.{minor + 1}.0"

    def write(self, name, text, mode=0o644):
        (self.root / name).write_text(text)
        (self.root / name).chmod(mode)

    def commit(self):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "Change")

    def git(self, *words):
        return subprocess.run(["git", *words], cwd=self.root, env={**os.environ, **WHO}, capture_output=True, text=True,
                              check=True).stdout

    def release(self, *words):
        return subprocess.run([self.root / "tools" / "release", *words], env={**os.environ, **WHO}, capture_output=True, text=True)

    def refused(self, why, version=None):
        before = self.git("rev-parse", "HEAD")
        done = self.release(version or self.next)
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn(why, done.stderr)
        self.assertEqual(self.git("rev-parse", "HEAD"), before)

    def test_a_release_is_tested_committed_and_tagged(self):
        done = self.release(self.next)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("tested dev\ntested release\n", done.stdout)
        self.assertIn(f"project(hearsay VERSION {self.next} LANGUAGES", (self.root / "CMakeLists.txt").read_text())
        changelog = (self.root / "CHANGELOG.md").read_text()
        self.assertRegex(changelog, rf"## \[Unreleased\]\n\n## \[{self.next}\] - \d{{4}}-\d\d-\d\d\n### Added\n- Kilns are counted.")
        self.assertEqual(self.git("status", "--porcelain"), "")
        self.assertEqual(self.git("describe", "--exact-match").strip(), f"v{self.next}")
        self.assertIn("- Kilns are counted.", self.git("tag", "-l", "-n9", f"v{self.next}"))
        self.refused("is not later", self.next)

    def test_it_refuses_what_is_not_ready(self):
        self.refused("is not later", self.current)
        self.refused("is not later", "0.0.9")
        self.git("tag", f"v{self.next}")
        self.refused("a tag")
        self.git("tag", "-d", f"v{self.next}")
        self.write("CHANGELOG.md", CHANGELOG.replace("- Kilns are counted.\n", ""))
        self.refused("not committed")
        self.commit()
        self.refused("nothing under [Unreleased]")
        self.write("CHANGELOG.md", CHANGELOG)
        self.write("test", "#!/bin/sh\nexit 1\n", 0o755)
        self.commit()
        self.refused("")

    def test_wrong_use_ends_with_2(self):
        for words in ([], ["v1.0.0"], ["1.0"]):
            self.assertEqual(self.release(*words).returncode, 2)


if __name__ == "__main__":
    ARGUMENTS = parse(__doc__)
    if not shutil.which("git"):
        print("git is not installed")
        sys.exit(77)
    unittest.main(argv=[sys.argv[0]])
