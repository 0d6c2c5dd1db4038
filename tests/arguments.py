"""The arguments that CMake passes to the tests of the whole program."""
import argparse
import pathlib


def parse(about, update=None):
    """`update` says what --update writes; without it there is no such option. The program's path comes back absolute."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--program", required=True)
    parser.add_argument("--source", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    parser.add_argument("--build")
    parser.add_argument("--compiler")
    if update:
        parser.add_argument("--update", action="store_true", help=update)
    arguments = parser.parse_args()
    arguments.program = str(pathlib.Path(arguments.program).resolve())
    return arguments
