#!/usr/bin/env python3
"""What the page's scripts add is held against the account's JSON: the words underlined for each claim, a copied citation, an address.

With a Chromium, the page of an example is opened, each article in it, and a statement is copied; where none is installed the test is
skipped, and says so.
"""
import json
import re
import subprocess
import sys
import tempfile

from arguments import parse
from browser import find_browser, title_after

SKIPPED = 77  # what CMake shows as skipped

# Leaves in the page's title what it found.
DRIVER = """<script>
const told = { words: {}, links: {}, drawn: document.querySelectorAll(".text a[href]").length };
for (const place of document.querySelectorAll(".text a[id]")) {
  told.words[place.id] = marks.wordsOf(place.id);
  told.links[place.id] = marks.piecesOf(place.id).map((piece) => piece.hash || "").filter((hash) => hash);
}
told.texts = [...document.querySelectorAll(".text")].map((text) => [...text.children].map((p) => p.textContent).join(" "));
const status = () => document.querySelector("#account > [role=status]").textContent;
Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { told.copied = [...(told.copied || []), text]; } } });
const card = document.querySelector(".point");
card.querySelector(".cite").click();
card.querySelector(".here").click();
document.title = JSON.stringify(told);
</script>"""


def one_line(words):
    return re.sub(r"\s+", " ", words).strip()


def main():
    arguments = parse(__doc__)
    browser = find_browser()
    if not browser:
        print("no Chromium is installed: nothing was tried")
        return SKIPPED
    story = arguments.source / "examples" / "harbour-fire"
    account, page = (subprocess.run([arguments.program, "report", "--format", kind, str(story)], capture_output=True, check=True).stdout
                     for kind in ("json", "html"))
    account = json.loads(account)
    with tempfile.TemporaryDirectory() as folder:
        told, address = title_after(browser, page.decode(), DRIVER, folder)
    wrong = []
    addresses = {point["id"]: point["address"] for point in account["points"]}
    for claim in account["claims"]:
        if one_line(told["words"].get(claim["id"], "")) != one_line(claim["text"]):
            wrong.append(f"{claim['id']}: {told['words'].get(claim['id'])!r} is underlined, not {claim['text']!r}")
        if not set(told["links"].get(claim["id"], [])) <= {"#" + address for address in addresses.values()}:
            wrong.append(f"{claim['id']} leads to {told['links'].get(claim['id'])}")
    if len(told["words"]) != len(account["claims"]) or told["drawn"] == 0:
        wrong.append(f"{len(told['words'])} claims of {len(account['claims'])}, {told['drawn']} underlined at first")
    citation, link = told["copied"]
    if not re.fullmatch("“.+” \\(.+, \\d+ \\w+ \\d{4}.*, .+\\)", citation):
        wrong.append(f"copied as a citation: {citation}")
    if link not in {address + "#" + point for point in addresses.values()}:
        wrong.append(f"copied as an address: {link}")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
