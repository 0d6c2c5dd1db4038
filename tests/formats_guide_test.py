#!/usr/bin/env python3
"""Checks that docs/formats.md shows what `export` writes today; with --update writes it."""
import csv
import difflib
import io
import json
import pathlib
import re
import sqlite3
import sys
import tempfile
import zipfile

from arguments import parse
from export_runs import STORY, Runs

HEAD = """# Formats that others read

`hearsay export --to KIND --output FILE PATH...` writes the account of a story for the programs that people already use;
`hearsay report --format KIND` does the same. A path is the same as for every command ([reading.md](reading.md)), or an
account's JSON:

    hearsay report --format json my-articles/ > story.json
    hearsay export --output story.xlsx story.json
    hearsay export --to gexf --output - - < story.json

Without `--to`, the ending of FILE decides the kind. An account's JSON has only those words of the articles' texts that it
quotes: what needs more is then left out (the table says what). Every example below is what the program writes for the
invented story `examples/harbour-fire`, cut at `...`; `tests/formats_guide_test.py --update` writes this page, and a test
compares it with the program.

| kind | file | for | what is lost |
|---|---|---|---|
| `csv`, `tsv` | a table, or a folder of them | anything | the nesting: a list is in one cell, with "; " between. TSV has no line ends or tabs inside a cell; a cell that a spreadsheet would take for a formula has an apostrophe before it |
| `xlsx` | a workbook, a sheet a table | Excel, LibreOffice | as csv, but no apostrophes; cells over 32,767 characters are cut |
| `coding` | csv or xlsx | coders of events (UCDP GED, ACLED, IBC) | all but the happenings in which dead are counted; the sides are left to the coder |
| `sqlite` | a database, and `FILE.metadata.json` | SQL, datasette | the nesting |
| `gexf`, `graphml`, `graph` | a network | Gephi, networkx, igraph, Cytoscape | words of claims, values, reasons |
| `webannotation` | JSON-LD | annotation tools, archives | points and origins are text and tags; from an account's JSON, words around a quotation that it does not quote |
| `prov`, `provn` | PROV-JSON, PROV-N | provenance tools | values, disagreements; articles of one common source |
| `ninjs` | IPTC ninjs 3.1 | news systems | spans: the account is its body, as Markdown |
| `claim` | JSON-LD, schema.org | search engines, fact-checkers | all but words, who says them and where; never a rating |
| `conllu` | CoNLL-U | linguists | all but words and grammar; needs the articles |
| `timex` | TimeML | linguists | all but texts and times; needs the articles |
| `bibtex`, `csl-json` | references | LaTeX, Zotero, pandoc | all but the articles' titles, days and addresses |
| `md` | Markdown | notes, tickets | ids of claims, values, spans |
| parquet | a table, or a folder of them | pandas, DuckDB, Spark | as csv, but typed; from the Python package alone |

Parquet is written by the [Python package](python.md), with pyarrow: `hearsay.report("my-articles/").to_parquet("tables/")`.
A story of a store ([desk.md](desk.md)) is exported by its id: `hearsay export --store desk.db --output story.xlsx s5f0c`.

`hearsay read`, `mark` and `group` print their main table with `--format csv` or `tsv`; `--columns a,b` chooses from any table.
"""

SCHEMAS = """
## JSON
What the commands print as JSON is described by JSON Schemas, against which every expected output in the tests is checked:
[article-1](schema/article-1.json) (`read`, `mark`), [story-1](schema/story-1.json) (`group`),
[explanation-1](schema/explanation-1.json) (`group --explain`), [account-1](schema/account-1.json) (`report`),
[story-line-1](schema/story-line-1.json) (`stories`), [change-1](schema/change-1.json) (`changes`). The number is that of
`"format"`: fields may be added under it; existing ones keep their name and meaning.
"""


def cut(text, lines=10, width=150):
    shown = text.rstrip("\n").splitlines()
    more = len(shown) > lines
    shown = [line.rstrip() if len(line) <= width else line[:width] + " ..." for line in shown[:lines]]
    return "\n".join(shown + (["..."] if more else []))


def block(command, text, language=""):
    return f"\n    $ {command}\n\n```{language}\n{text}\n```\n"


def tables(runs, folder):
    runs.export("csv", output=f"{folder}/tables/")
    text = "\n## csv, tsv, xlsx, sqlite\nThe same tables in each:\n\n| table | rows | what |\n|---|---|---|\n"
    metadata = pathlib.Path(folder) / "story.metadata.json"
    runs.export("sqlite", output=f"{folder}/story.db")
    told = json.loads(metadata.read_text())["databases"]["story"]
    for name, facts in told["tables"].items():
        rows = list(csv.reader(io.StringIO((pathlib.Path(folder) / "tables" / f"{name}.csv").read_bytes().decode(), newline="")))
        text += f"| `{name}` | {len(rows) - 1} | {facts['description']} |\n"
    text += "\nThe columns of `claims`; the workbook's first sheet and the database's metadata explain those of every table:\n\n"
    text += "".join(f"- `{name}`: {about}\n" for name, about in told["tables"]["claims"]["columns"].items())
    command = "hearsay export --to csv --table points --columns point,standing,origins_min,origins_max,text"
    data = runs.export(*command.split()[3:]).decode().replace("\r", "")
    text += block(command + " examples/harbour-fire", cut(data, 6))
    base = sqlite3.connect(f"{folder}/story.db")
    text += "\nThe database has full-text search (`claims_search`, `articles_search`) and a view for each of these questions, which\n"
    text += "`datasette story.db --metadata story.metadata.json` offers too:\n\n"
    for name, query in told["queries"].items():
        text += f"- `{name}`: {query['title']}\n"
    rows = base.execute("SELECT speaker, claims, points, outlets FROM speakers LIMIT 4").fetchall()
    text += block("sqlite3 story.db 'SELECT speaker, claims, points, outlets FROM speakers LIMIT 4'",
                  "\n".join("|".join(str(v) for v in row) for row in rows))
    runs.export("xlsx", output=f"{folder}/story.xlsx")
    book = zipfile.ZipFile(f"{folder}/story.xlsx").read("xl/workbook.xml").decode()
    text += f"\nThe sheets of the workbook: {', '.join(re.findall(r'<sheet name=.([^ ]*?). ', book))}.\n"
    return text


def coding(runs):
    text = "\n## coding\n"
    text += ("One row a happening. Deaths are those of each outlet's last report, the highest of its figures; `deaths_best` is filled\n"
             "only if the rule of the codebook gives it: `ucdp` if all agree, `acled` the lowest, `ibc` never.\n"
             "`where_prec` is filled if the place's name alone tells its size (ucdp: 1 a town, 4 a first-level division, 6 a country;\n"
             "acled: 1 a town, 3 anything larger) and no claim says only \"near\" it; an invented town, as here, is in no gazetteer.\n"
             "`side_a` and `side_b` are left to the coder. A report says who is held to have done something; that they are a side of a\n"
             "conflict, and which, is knowledge of the world that is not in the texts. If reports differ on the doer, `notes` says so.\n")
    for book in ("ucdp", "acled"):
        row = next(csv.DictReader(io.StringIO(runs.export("coding", "--codebook", book).decode(), newline="")))
        text += block(f"hearsay export --to coding --codebook {book} examples/harbour-fire",
                      cut("\n".join(f"{name}: {value}" for name, value in row.items()), 30))
    return text


def page(runs):
    with tempfile.TemporaryDirectory() as folder:
        text = HEAD + tables(runs, folder)
        runs.export("graph", output=f"{folder}/network/")
        nodes = (pathlib.Path(folder) / "network" / "nodes.csv").read_bytes().decode().replace("\r", "")
    text += coding(runs)
    kinds = [("gexf", "xml", 12), ("graphml", "xml", 14), ("webannotation", "json", 2), ("prov", "json", 1), ("provn", "", 8),
             ("ninjs", "json", 1), ("claim", "json", 2), ("bibtex", "bibtex", 11), ("csl-json", "json", 1), ("md", "markdown", 14)]
    for kind, language, lines in kinds:
        text += f"\n## {kind}\n"
        text += block(f"hearsay export --to {kind} examples/harbour-fire", cut(runs.export(kind).decode(), lines, 400), language)
        if kind == "graphml":
            text += "\n`graph` writes the same network as `nodes.csv` and `edges.csv`:\n\n```\n" + cut(nodes, 4) + "\n```\n"
    for kind, language, lines in (("conllu", "", 12), ("timex", "xml", 8)):
        printed = runs.run("export", "--to", kind, f"{STORY}/01.txt").stdout.decode()
        text += f"\n## {kind}\n" + block(f"hearsay export --to {kind} examples/harbour-fire/01.txt", cut(printed, lines, 400), language)
    return text + SCHEMAS


def main():
    arguments = parse(__doc__, "write the page")
    expected = page(Runs(arguments))
    path = arguments.source / "docs" / "formats.md"
    if arguments.update:
        path.write_text(expected, encoding="utf-8")
        return 0
    shown = path.read_text(encoding="utf-8")
    if shown == expected:
        return 0
    return "\n".join(list(difflib.unified_diff(shown.splitlines(), expected.splitlines(), "page", "program", lineterm="", n=1))[:40])


if __name__ == "__main__":
    sys.exit(main())
