"""Other projects' programs and packages that read what Hearsay writes. `./set-up checks` installs them, the packages into
build/consumers; a test whose program or package is missing says so and is skipped."""
import importlib.util
import os
import pathlib
import shutil
import sys

SKIPPED = 77  # as tests/CMakeLists.txt tells CTest
VENV = pathlib.Path(__file__).resolve().parent.parent / "build" / "consumers"


def need_packages(*modules):
    """Continues in a Python that has these modules; skips the test when there is none."""
    missing = [module for module in modules if importlib.util.find_spec(module) is None]
    if not missing:
        return
    python = VENV / "bin" / "python"
    if python.exists() and pathlib.Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(python, [str(python), *sys.argv])
    skip(f"{', '.join(missing)} not installed (./set-up checks)")


def need_program(name):
    if shutil.which(name) is None:
        skip(f"{name} is not installed (./set-up checks)")


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)
