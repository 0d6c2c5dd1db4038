#!/usr/bin/env python3
"""docs/corrections.md: every line that it gives as an example fits the story that it names."""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

PROGRAM = None
SOURCE = None


class CorrectionsGuide(unittest.TestCase):
    def test_every_example_is_applied(self):
        with open(os.path.join(SOURCE, "docs", "corrections.md"), encoding="utf-8") as f:
            guide = f.read()
        story, = re.findall(r"hearsay report --corrections \S+ (\S+)", guide)
        lines = re.findall(r"^\| `([^`]+)` \|", guide, re.M)
        self.assertGreater(len(lines), 7)
        for line in lines:
            with self.subTest(line), tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
                file.write(line + "\n")
                file.flush()
                done = subprocess.run([PROGRAM, "report", "--format", "json", "--corrections", file.name, os.path.join(SOURCE, story)],
                                      capture_output=True)
                told, = json.loads(done.stdout)["corrections"]
                self.assertTrue(told["applied"], told["why"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--source", required=True)
    options, _ = parser.parse_known_args()
    PROGRAM = os.path.abspath(options.program)
    SOURCE = os.path.abspath(options.source)
    unittest.main(argv=sys.argv[:1])
