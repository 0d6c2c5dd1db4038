"""The package's own types hold, and a user's are inferred from them."""
import pathlib
import subprocess
import sys

import hearsay
import pytest

pytest.importorskip("mypy", reason="mypy is not installed (./set-up checks)")

USE = """
import hearsay
document = hearsay.mark(hearsay.read("a.txt"))
reveal_type(document.entities[0].name)
reveal_type(hearsay.mark([hearsay.read("a.txt")]))
reveal_type(hearsay.report("a").points[0].origins.max)
reveal_type(next(hearsay.group("a")).copies)
"""


def mypy(*words, **more):
    folder = pathlib.Path(hearsay.__file__).parent.parent
    command = [sys.executable, "-m", "mypy", "--ignore-missing-imports", "--no-site-packages", "--cache-dir", "/dev/null", *map(str, words)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, **more)


def test_the_package():
    done = mypy("-p", "hearsay")
    assert done.returncode == 0, done.stdout


def test_a_user(tmp_path):
    (tmp_path / "use.py").write_text(USE)
    told = mypy(tmp_path / "use.py").stdout
    for kind in ('"str"', '"list[hearsay.document.Document]"', '"int"', '"list[hearsay.story.Copy]"'):
        assert f"Revealed type is {kind}" in told.replace("builtins.", ""), told
