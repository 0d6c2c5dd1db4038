#!/usr/bin/env python3
"""All JSON that the commands print conforms to its schema in docs/schema, and so does every expected account in tests/golden."""
import json
import pathlib
import sys
import tempfile

from arguments import parse
from consumers import need_packages
from export_runs import STORIES, STORY, Runs

need_packages("jsonschema")
import jsonschema  # noqa: E402


def main():
    runs = Runs(parse(__doc__))
    schemas = {}
    for path in sorted((runs.source / "docs" / "schema").glob("*.json")):
        schema = json.loads(path.read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        schemas[path.stem] = jsonschema.Draft202012Validator(schema)
    problems, seen = [], set()

    def check(what, line):
        value = json.loads(line)
        name = value["format"].removeprefix("hearsay/").replace("/", "-")
        seen.add(name)
        for error in list(schemas[name].iter_errors(value))[:3]:
            problems.append(f"{what}: {error.json_path}: {error.message[:200]}")

    for path in sorted((runs.source / "tests" / "golden").glob("*.json")):
        check(path.name, path.read_bytes())
    with tempfile.TemporaryDirectory() as folder:
        corrections = pathlib.Path(folder) / "mine.txt"
        corrections.write_text('article herald is not a copy of nordwire\nname "Nobody" is "Somebody"\n')
        page = pathlib.Path(folder) / "page.html"
        page.write_text("<html lang=en><title>A fire</title><nav>Home</nav><article><h1>A fire</h1>" +
                        "<p>A fire broke out in the port on Tuesday, the harbour office said.</p>" * 5 + "</article></html>")
        store = pathlib.Path(folder) / "desk.db"
        runs.run("ingest", "--store", str(store), STORY)
        ids = [article["id"] for article in runs.account()["articles"]]
        for words in (["read", STORY], ["read", "--places", "--why", str(page)], ["mark", STORY],
                      ["mark", "--tokens", f"{STORY}/01.txt"], ["group", *STORIES], ["group", "--explain", *ids[:2], STORY],
                      ["stories", "--store", str(store)], ["changes", "--store", str(store), "--since", "1d"],
                      ["report", "--without", "Nordwire", "--corrections", str(corrections), STORY]):
            done = runs.run(words[0], "--format", "json", *words[1:], check=False)
            if done.returncode != 0:
                problems.append(f"{words}: {done.stderr.decode()[:300]}")
            for line in done.stdout.splitlines():
                check(" ".join(words), line)
    problems += [f"nothing printed is of the schema {name}" for name in sorted(set(schemas) - seen)]
    return "\n".join(problems) if problems else 0


if __name__ == "__main__":
    sys.exit(main())
