"""What the tests of the Python package share: the program beside which it is held, and invented texts."""
import os
import pathlib
import subprocess

import pytest

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
STORIES = sorted(path for path in (SOURCE / "examples").iterdir() if (path / "articles.json").exists())


@pytest.fixture(autouse=True)
def in_source_folder(monkeypatch):
    """So that a path is the same for the program and for the package."""
    monkeypatch.chdir(SOURCE)


@pytest.fixture
def program():
    """Runs the program and returns what it prints."""

    def run(*words, stdin=b""):
        done = subprocess.run([os.environ["HEARSAY_PROGRAM"], *map(str, words)], input=stdin, capture_output=True, check=True,
                              env={**os.environ, "HEARSAY_CONFIG": ""})
        return done.stdout

    return run


@pytest.fixture(params=STORIES, ids=lambda path: path.name)
def story(request):
    """The path of each example, from the source folder."""
    return str(request.param.relative_to(SOURCE))
