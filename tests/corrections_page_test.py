#!/usr/bin/env python3
"""What the page writes as corrections is held against the program that reads them.

With node, the functions that write lines are given awkward names and words; with a Chromium, a page is opened, its buttons are
pressed, and the lines it collected are replayed. Where neither is installed the test is skipped, and says so.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from arguments import parse
from browser import find_browser, title_after

SKIPPED = 77  # what CMake shows as skipped
AWKWARD = 'Ana "the Bridge" Vell \\ Söhne #1'
STORY = {"a b": "Nine people were hurt when the bridge over the Wennel fell, Mayor Ana Vell said on Monday. Her deputy, Josef Kalm, "
                "was not there.",
         "c": "Fourteen people were hurt when the bridge over the Wennel fell, surgeon Josef Kalm said. Fewer cars than usual were "
              "on it, Kalm said."}


def written_by_node(source):
    program = ("const code = require('fs').readFileSync(process.argv[1], 'utf8');"
               "const lines = new Function(code + '; return lines')();"
               "const p = {article: 'a b', words: 'x\\n \"y\" \\\\'}, q = {article: 'c', words: 'z'}, n = process.argv[2];"
               "console.log([lines.oneName(n, 'x'), lines.twoNames('x', n), lines.copy('c', 'a b'), lines.noCopy('a b', 'c'),"
               "lines.ignore(p), lines.belongs(p, q), lines.apart(q), lines.saidBy(q, n), lines.saidBy(q, '  ')].join('\\n'))")
    run = subprocess.run(["node", "-e", program, str(source / "web" / "corrections.js"), AWKWARD], capture_output=True, check=True)
    return run.stdout.decode()


# Presses every button that a reader could, once, and leaves the lines in the page's title.
DRIVER = """<script>
const all = (words, where) => [...(where || document).querySelectorAll("button.mend")].filter((b) => b.textContent === words);
all("Mark what is wrong")[0].click();
for (const opener of all("Correct").slice(0, 40)) opener.click();
for (const words of ["It stands apart", "Move it there", "Change the speaker", "These are one", "Note the copy"])
  for (const button of all(words)) button.click();
for (const select of document.querySelectorAll("#correct select")) select.selectedIndex = select.options.length - 1;
document.querySelector("#correct select").selectedIndex = 0;
all("Note the copy")[0].click();
document.title = JSON.stringify(document.getElementById("correct-lines").value);
</script>"""


# Notes a line, opens the page again, and leaves what is there then.
KEPT = """<script>
const area = document.getElementById("correct-lines");
if (!sessionStorage.again) {
  sessionStorage.again = "yes";
  area.value = "name a is b";
  area.dispatchEvent(new Event("input"));
  location.reload();
} else {
  document.title = JSON.stringify([area.value, area.parentElement.hidden, document.querySelector("#correct [role=status]").textContent]);
}
</script>"""


def story_in(folder):
    story = pathlib.Path(folder) / "story"
    story.mkdir()
    for number, (name, text) in enumerate(STORY.items()):
        (story / f"{number}.txt").write_text(text)
    (story / "articles.json").write_text(json.dumps([{"id": name, "file": f"{number}.txt"} for number, name in enumerate(STORY)]))
    return story


def report(program, story, *options):
    return subprocess.run([program, "report", *options, str(story)], capture_output=True)


def replayed(program, story, lines, folder):
    path = pathlib.Path(folder) / "corrections.txt"
    path.write_text(lines, encoding="utf-8")
    run = report(program, story, "--format", "json", "--corrections", str(path))
    return json.loads(run.stdout)["corrections"], run.stderr.decode()


def main():
    arguments = parse(__doc__)
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        story = story_in(folder)
        if shutil.which("node"):
            outcomes, errors = replayed(arguments.program, story, written_by_node(arguments.source), folder)
            if errors or len(outcomes) != 9:
                wrong.append(f"node's lines: {errors} {outcomes}")
        browser = find_browser()
        if browser:
            page = report(arguments.program, story, "--format", "html").stdout.decode()
            lines, _ = title_after(browser, page, DRIVER, folder)
            outcomes, errors = replayed(arguments.program, story, lines, folder)
            unfit = [o for o in outcomes if not o["applied"]]
            if errors or unfit or len(outcomes) < 6:
                wrong.append(f"the page's lines: {errors} {unfit} of\n{lines}")
            kept, _ = title_after(browser, page, KEPT, folder)
            if kept != ["name a is b", False, "What you noted and did not save is still here."]:
                wrong.append(f"after a reload: {kept}")
        if not browser and not shutil.which("node"):
            print("neither node nor Chromium is installed: nothing was tried")
            return SKIPPED
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
