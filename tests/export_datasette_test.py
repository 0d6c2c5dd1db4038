#!/usr/bin/env python3
"""datasette serves the database with its metadata: every canned query and every table answers."""
import asyncio
import html
import json
import pathlib
import sys
import tempfile

from arguments import parse
from consumers import need_packages
from export_runs import STORIES, Runs

need_packages("datasette")
from datasette.app import Datasette  # noqa: E402


async def check(database, metadata):
    problems = []
    served = Datasette([str(database)], metadata=metadata)
    await served.invoke_startup()
    name = database.stem
    told = metadata["databases"][name]
    for query in told["queries"]:
        answer = await served.client.get(f"/{name}/{query}.json?_shape=array&words=fire")
        if answer.status_code != 200:
            problems.append(f"{query}: {answer.status_code} {answer.text[:300]}")
        elif query in ("speakers", "outlets", "contested_points") and not answer.json():
            problems.append(f"{query}: no rows")
    for table, facts in told["tables"].items():
        answer = await served.client.get(f"/{name}/{table}.json?_shape=objects&_size=1")
        columns = answer.json().get("columns") if answer.status_code == 200 else None
        if columns != ["rowid", *facts["columns"]]:
            problems.append(f"{table}: {answer.status_code}, {columns}")
        page = await served.client.get(f"/{name}/{table}")
        if page.status_code != 200 or facts["description"] not in html.unescape(page.text):
            problems.append(f"{table}: its page is {page.status_code}")
    return problems


def main():
    runs = Runs(parse(__doc__))
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        for story in STORIES:
            database = pathlib.Path(folder) / f"{pathlib.Path(story).name}.db"
            runs.export("sqlite", story=story, output=database)
            metadata = json.loads(database.with_suffix(".metadata.json").read_text())
            problems += [f"{story}: {problem}" for problem in asyncio.run(check(database, metadata))]
    return "\n".join(problems) if problems else 0


if __name__ == "__main__":
    sys.exit(main())
