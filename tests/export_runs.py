"""What the tests of `export` share: running it on an invented story."""
import json
import pathlib
import subprocess

STORY = "examples/harbour-fire"


class Runs:
    def __init__(self, arguments):
        self.program, self.source = arguments.program, pathlib.Path(arguments.source)
        self.cache = {}

    def run(self, *words, stdin=None, check=True):
        done = subprocess.run([self.program, *words], cwd=self.source, input=stdin, capture_output=True, check=False)
        if check and (done.returncode != 0 or done.stderr):
            raise AssertionError(f"{' '.join(words)}: exit {done.returncode}, {done.stderr.decode(errors='replace')[:500]}")
        return done

    def account_bytes(self, story=STORY):
        """The account's JSON, as tests/golden has it: a test of exports need not make accounts."""
        return (self.source / "tests" / "golden" / f"{pathlib.Path(story).name}.json").read_bytes()

    def account(self, story=STORY):
        return json.loads(self.account_bytes(story))

    def export(self, kind, *words, story=STORY, output="-"):
        """From the golden account's JSON on standard input; the bytes printed."""
        return self.run("export", "--to", kind, "--output", str(output), *words, "-", stdin=self.account_bytes(story)).stdout

    def export_story(self, kind, *words, story=STORY, output="-"):
        """From the story's articles."""
        return self.run("export", "--to", kind, "--output", str(output), *words, story).stdout


STORIES = ["examples/border-prisoners", "examples/depot-shelling", "examples/harbour-fire"]
