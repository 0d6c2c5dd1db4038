#!/usr/bin/env python3
"""The notebook in examples/ runs from its first cell to its last, and shows what it is to show."""
import os
import pathlib
import sys

from arguments import parse
from consumers import need_packages, skip


def main():
    need_packages("nbclient", "ipykernel", "matplotlib", "pandas")
    arguments = parse(__doc__)
    package = pathlib.Path(arguments.build, "python").resolve()
    if not list(package.glob("hearsay/_engine*.so")):
        skip("this build has no Python module (./set-up checks)")
    import nbclient
    import nbformat

    os.environ["PYTHONPATH"] = str(package)
    path = arguments.source / "examples" / "study.ipynb"
    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(path.parent)}}).execute()
    shown = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    kinds = {kind for output in shown for kind in output.get("data", {})}
    texts = "".join(output.get("text", "") for output in shown)
    if "image/png" not in kinds or "text/html" not in kinds:
        return f"it shows no plot or no table: {kinds}"
    return 0 if "rest on one origin at the most" in texts else f"it does not say what it found: {texts}"


if __name__ == "__main__":
    sys.exit(main())
