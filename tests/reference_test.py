#!/usr/bin/env python3
"""Man pages and completions, as the build wrote them, against what --help prints; and whether their readers accept them.

Bash runs its completion as it would at a prompt. The syntax checks of mandoc, man, zsh and fish are made where these are
installed.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

from arguments import parse

ARGUMENTS = None


def help_of(*words):
    return subprocess.run([ARGUMENTS.program, *words, "--help"], capture_output=True, text=True, check=True).stdout


def commands():
    """The names under "Subcommands:" in the help."""
    return re.findall(r"^  (\w+) ", help_of().split("Subcommands:")[1].split("\n\n")[0], re.M)


def options(*words):
    """Each option's names, as the help of a command prints them: [["-o", "--output"], ["--strict"], ...]."""
    lines = re.findall(r"^  (-[^ ]+)", help_of(*words), re.M)
    return [line.split(",") for line in lines]


def written(name):
    return (pathlib.Path(ARGUMENTS.build) / "reference" / name).read_text(encoding="utf-8")


def accepts(*words):
    done = subprocess.run(words, capture_output=True, text=True)
    return done.returncode == 0 and not done.stderr.strip(), done.stdout + done.stderr


class Reference(unittest.TestCase):
    def pages(self):
        return sorted((pathlib.Path(ARGUMENTS.build) / "reference" / "man1").iterdir())

    def test_the_help_is_read_right(self):
        self.assertIn("report", commands())
        self.assertIn(["-o", "--output"], options("report"))
        self.assertIn(["--without"], options("report"))

    def test_each_command_and_option_has_its_place_in_a_man_page(self):
        self.assertEqual([p.name for p in self.pages()], sorted(["hearsay.1"] + [f"hearsay-{c}.1" for c in commands()]))
        for command in commands():
            self.assertIn(f"\\fB{command}\\fR", written("man1/hearsay.1"))
            page = written(f"man1/hearsay-{command}.1")
            for names in options(command):
                label = ", ".join(f"\\fB{name}\\fR" for name in names).replace("-", "\\-")
                self.assertRegex(page, "(?m)^" + re.escape(label) + "( |$)", command)
            self.assertIn(".SH EXAMPLES", page)

    def test_the_pages_tell_the_version(self):
        version = subprocess.run([ARGUMENTS.program, "--version"], capture_output=True, text=True).stdout.split()[1]
        for page in self.pages():
            self.assertIn(f'"Hearsay {version}"', page.read_text().splitlines()[0])

    def test_each_command_and_option_has_its_place_in_the_completions(self):
        for shell in ("bash", "zsh", "fish"):
            script = written(f"hearsay.{shell}")
            self.assertNotIn("names)", script, "a hidden command")
            for command in commands():
                self.assertIn(command, script)
        fish = written("hearsay.fish")
        for command in commands():
            in_bash = re.search(rf"^    {command}\)\n.*?words='(.*?)'", written("hearsay.bash"), re.M | re.S).group(1).split()
            in_zsh = re.search(rf"^    {command}\)\n(.*?);;", written("hearsay.zsh"), re.M | re.S).group(1)
            in_fish = "".join(line for line in fish.splitlines() if f"from {command}'" in line)
            for name in (name for names in options(command) for name in names):
                self.assertIn(name, in_bash)
                self.assertRegex(in_zsh, r"\)?" + re.escape(name) + r"[=+\[]")
                self.assertIn(f" -l {name[2:]} " if name.startswith("--") else f" -s {name[1:]} ", in_fish)

    def complete(self, *words):
        """What bash offers for the last of the words."""
        script = ("COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _hearsay; printf '%s\\n' \"${COMPREPLY[@]}\"")
        source = written("hearsay.bash") + "\n" + script
        done = subprocess.run(["bash", "-c", source, "bash", "hearsay", *words], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout.split()

    def test_bash_completes(self):
        self.assertEqual(self.complete("re"), ["read", "report"])
        self.assertEqual(self.complete("report", "--format", "h"), ["html"])
        self.assertEqual(self.complete("report", "--format", "=", "js"), ["json"])
        self.assertEqual(self.complete("report", "--format", "=")[:4], ["text", "json", "html", "csv"])
        self.assertEqual(self.complete("read", "--format", ""), ["text", "json", "csv", "tsv"])
        self.assertEqual(self.complete("export", "--to", "g"), ["gexf", "graphml", "graph"])
        self.assertEqual(self.complete("export", "--codebook", ""), ["ucdp", "acled", "ibc"])
        self.assertEqual(self.complete("report", "story/", "--cor"), ["--corrections"])
        self.assertEqual(self.complete("read", "--cor"), [])
        self.assertEqual(self.complete("read", "-o", ""), [], "files, by bash itself")
        self.assertEqual(self.complete("read", "--limit", ""), [])

    def test_fish_completes(self):
        if not shutil.which("fish"):
            self.skipTest("fish is not installed")
        script = pathlib.Path(ARGUMENTS.build) / "reference" / "hearsay.fish"
        for line, offered in (("hearsay re", ["read", "report"]), ("hearsay read --format ", ["csv", "json", "text", "tsv"]),
                              ("hearsay report --cor", ["--corrections"]), ("hearsay read --cor", [])):
            done = subprocess.run(["fish", "--no-config", "-c", f"source {script}; complete -C '{line}'"], capture_output=True, text=True)
            self.assertEqual(sorted(word.split("\t")[0] for word in done.stdout.splitlines()), offered, done.stderr)

    def test_the_shells_accept_their_scripts(self):
        folder = pathlib.Path(ARGUMENTS.build) / "reference"
        self.assertTrue(*accepts("bash", "-n", folder / "hearsay.bash"))
        if shutil.which("zsh"):
            self.assertTrue(*accepts("zsh", "-n", folder / "hearsay.zsh"))
        if shutil.which("fish"):
            self.assertTrue(*accepts("fish", "--no-execute", folder / "hearsay.fish"))

    def test_man_and_mandoc_accept_the_pages(self):
        for page in self.pages():
            if shutil.which("mandoc"):
                # A man page carries no date: the same sources give the same bytes.
                done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", page], capture_output=True, text=True)
                said = [line for line in done.stdout.splitlines() if "missing date" not in line]
                self.assertEqual(said, [])
            if shutil.which("man") and shutil.which("groff"):
                self.assertTrue(*accepts("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-P", "cat", page))


if __name__ == "__main__":
    ARGUMENTS = parse(__doc__)
    unittest.main(argv=[sys.argv[0]])
