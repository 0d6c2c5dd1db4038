"""A headless Chromium for the tests of the page's scripts."""
import html
import json
import pathlib
import re
import shutil
import subprocess


def find_browser():
    """The program's path, or nothing where none is installed."""
    return shutil.which("chromium") or shutil.which("google-chrome")


def title_after(browser, page, driver, folder):
    """What a driver, a script at the page's end, leaves in its title as JSON; and the address that the page was opened at.

    The page's own policy would keep the driver out, so it is taken away in the copy that is driven.
    """
    driven = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page).replace("</body>", driver + "</body>")
    path = pathlib.Path(folder) / "page.html"
    path.write_text(driven, encoding="utf-8")
    run = subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/browser", "--virtual-time-budget=3000", "--dump-dom",
                          path.as_uri()], capture_output=True, timeout=120)
    found = re.search(r"<title>(.*?)</title>", run.stdout.decode(), re.S)
    return json.loads(html.unescape(found.group(1))), path.as_uri()
