#!/usr/bin/env python3
"""The Python package, as this build made it: the tests in tests/python by pytest."""
import os
import pathlib
import subprocess
import sys

from arguments import parse
from consumers import need_packages, skip


def main():
    need_packages("pytest", "pandas", "pyarrow", "tqdm")
    arguments = parse(__doc__)
    package = pathlib.Path(arguments.build) / "python"
    if not list(package.glob("hearsay/_engine*.so")):
        skip("this build has no Python module: python3-dev or nanobind was missing (./set-up checks), or it has sanitizers")
    environment = {**os.environ, "PYTHONPATH": str(package), "HEARSAY_PROGRAM": str(arguments.program), "PYTHONDONTWRITEBYTECODE": "1"}
    tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(arguments.source / "tests" / "python")]
    return subprocess.run([*tests, str(arguments.source / "tests" / "python")], cwd=arguments.source, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
