#!/usr/bin/env python3
"""What the Python package costs beside the program: processor time of both for the same articles, marked with all words.

    bench/python.py --program build/release/hearsay --package build/release/python [--articles 2500]

Run it with the Python that the module was built for (build/consumers/bin/python). The articles are the examples' sentences in other orders.
"""
import argparse
import json
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parent.parent
MARK = """import sys, hearsay
for document in hearsay.mark_each(hearsay.read_all(sys.argv[1], threads=1), threads=1):
    sys.stdout.write(document.to_json(tokens=True) + "\\n")
"""


def write_articles(path, count):
    rng = random.Random(1)
    texts = [file.read_text() for file in sorted((SOURCE / "examples").glob("*/*.txt"))]
    sentences = [sentence for text in texts for sentence in text.replace("\n", " ").split(". ")]
    with open(path, "w") as file:
        for i in range(count):
            text = ". ".join(rng.choice(sentences) for _ in range(14))
            file.write(json.dumps({"id": f"a{i}", "text": text, "published": f"2031-04-{i % 28 + 1:02}"}) + "\n")


def seconds(command, environment):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--package", required=True)
    parser.add_argument("--articles", type=int, default=2500)
    arguments = parser.parse_args()
    environment = {**os.environ, "PYTHONPATH": arguments.package, "HEARSAY_CONFIG": ""}
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/articles.jsonl"
        write_articles(path, arguments.articles)
        program = [arguments.program, "mark", "--threads", "1", "--format", "json", "--tokens", path]
        package = [sys.executable, "-c", MARK, path]
        taken = [(seconds(program, environment), seconds(package, environment)) for _ in range(3)]
    best = [min(column) for column in zip(*taken)]
    print(f"program {best[0]:.2f} s, package {best[1]:.2f} s, {100 * (best[1] / best[0] - 1):+.1f} % (least of three)")


if __name__ == "__main__":
    main()
