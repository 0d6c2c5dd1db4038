#!/usr/bin/env python3
"""The printed page: no sheet is blank or half empty but the last, and no heading stands at the foot of one.

With a Chromium and pdftotext, the pages of the examples are printed; where one of them is not installed the test is skipped, and says so.
"""
import html
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from arguments import parse
from browser import find_browser

SKIPPED = 77  # what CMake shows as skipped
LEAST = 0.65  # of a sheet's height, down to which its words reach


def printed(browser, page, folder):
    """Each sheet as its lines, and the part of its height that words reach down to."""
    path, sheets = pathlib.Path(folder) / "page.html", pathlib.Path(folder) / "page.pdf"
    path.write_text(page, encoding="utf-8")
    subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/browser", "--no-pdf-header-footer",
                    "--print-to-pdf-no-header", f"--print-to-pdf={sheets}", path.as_uri()], capture_output=True, check=True, timeout=120)
    texts, boxes = (subprocess.run(["pdftotext", how, str(sheets), "-"], capture_output=True, check=True, text=True).stdout
                    for how in ("-layout", "-bbox"))
    lines = [[re.sub(r"\s+", " ", line).strip() for line in text.splitlines() if line.strip()] for text in texts.split("\f")[:-1]]
    found = []
    for words, box in zip(lines, boxes.split("<page ")[1:]):
        height = float(re.search(r'height="([\d.]+)"', box).group(1))
        found.append((words, max(map(float, re.findall(r'yMax="([\d.]+)"', box)), default=0) / height))
    return found


def main():
    arguments = parse(__doc__)
    browser = find_browser()
    if not browser or not shutil.which("pdftotext"):
        print("no Chromium or no pdftotext is installed: nothing was tried")
        return SKIPPED
    wrong = []
    for story in sorted(path for path in (arguments.source / "examples").iterdir() if path.is_dir()):
        page = subprocess.run([arguments.program, "report", "--format", "html", str(story)], capture_output=True, check=True).stdout.decode()
        headings = {re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]*>", "", heading))).strip()
                    for heading in re.findall(r"<h2[^>]*>(.*?)</h2>", page, re.S)}
        with tempfile.TemporaryDirectory() as folder:
            sheets = printed(browser, page, folder)
        for number, (lines, reached) in enumerate(sheets, 1):
            where = f"{story.name}, sheet {number} of {len(sheets)}"
            if not lines:
                wrong.append(f"{where} is blank")
            elif lines[-1] in headings:
                wrong.append(f"{where} ends with its heading: {lines[-1]}")
            elif number < len(sheets) and reached < LEAST:
                wrong.append(f"{where} is filled to {reached:.0%} only")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
