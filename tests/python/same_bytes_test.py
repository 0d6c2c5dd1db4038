"""What the package gives is byte for byte what the program prints."""
import json
import pathlib

import hearsay
import pytest


def lines(texts):
    return "".join(text + "\n" for text in texts).encode()


def test_read(program, story):
    assert lines(article.to_json() for article in hearsay.read_all(story)) == program("read", "--format", "json", story)


def test_read_as_text(program, story):
    assert lines(article.to_text() for article in hearsay.read_all(story)) == program("read", "--format", "text", story)


@pytest.mark.parametrize("tokens", [False, True])
def test_mark(program, story, tokens):
    documents = hearsay.mark(hearsay.read_all(story))
    assert lines(d.to_json(tokens=tokens) for d in documents) == program("mark", "--format", "json", *["--tokens"] * tokens, story)


def test_mark_does_not_depend_on_threads(story):
    one, three = (hearsay.mark(hearsay.read_all(story), threads=threads) for threads in (1, 3))
    assert [d.to_json() for d in one] == [d.to_json() for d in three]


def test_group(program):
    stories = hearsay.group(hearsay.read_all("examples", on_problem="ignore"))
    assert lines(story.to_json() for story in stories) == program("group", "--format", "json", "examples")


def test_group_of_a_stream_whose_stories_close(program, tmp_path):
    stream = tmp_path / "stream.jsonl"
    with stream.open("w") as file:
        for day in range(600):
            text = f"The council of ward {day % 97} met on market square {day} and chose a new clerk of the works, named Orla Fen {day}."
            row = {"id": f"a{day}", "published": f"20{30 + day // 300}-{day % 300 // 28 + 1:02}-{day % 28 + 1:02}", "text": text}
            file.write(json.dumps(row) + "\n")
    told = [story.to_json() for story in hearsay.group(stream, window=3)]
    assert lines(told) == program("group", "--window", "3", "--format", "json", stream)


@pytest.mark.parametrize("form", ["json", "html", "text"])
def test_report(program, story, form):
    account = hearsay.report(story)
    printed = {"json": account.to_json, "html": account.to_html, "text": account.to_text}[form]()
    assert lines([printed]) == program("report", "--quiet", "--format", form, story)


def test_report_without_an_outlet_and_with_corrections(program, tmp_path):
    corrections = tmp_path / "mine.txt"
    corrections.write_text('name "Zhelnograd" is not "Vostria"\n')
    account = hearsay.report("examples/harbour-fire", without=["Nordwire"], corrections=corrections)
    printed = program("report", "--format", "json", "--without", "Nordwire", "--corrections", corrections, "examples/harbour-fire")
    assert lines([account.to_json()]) == printed


@pytest.mark.parametrize("kind", ["csv", "tsv", "coding", "gexf", "graphml", "webannotation", "prov", "provn", "ninjs", "claim", "bibtex",
                                  "csl-json", "md"])
def test_export(program, story, kind):
    assert hearsay.report(story).export(kind) == program("export", "--to", kind, story)


@pytest.mark.parametrize("name", ["story.xlsx", "story.db", "story.gexf", "story.json", "story.html", "story.csv"])
def test_saved_files(program, tmp_path, name):
    path = pathlib.Path(tmp_path, name)
    hearsay.report("examples/harbour-fire").save(path)
    expected = tmp_path / f"other-{name}"
    command = ["report"] if path.suffix in (".json", ".html") else ["export"]
    program(*command, "--output", expected, "examples/harbour-fire")
    assert path.read_bytes() == expected.read_bytes()
    metadata, other = path.with_suffix(".metadata.json"), expected.with_suffix(".metadata.json")
    assert metadata.exists() == other.exists() == (path.suffix == ".db")
    if metadata.exists():
        assert metadata.read_text() == other.read_text().replace("other-story", "story")
    assert not list(tmp_path.glob(".*")), "nothing half written is left"


def test_conllu(program):
    document = hearsay.mark("examples/harbour-fire/01.txt")
    assert document.to_conllu().encode() == program("export", "--to", "conllu", "examples/harbour-fire/01.txt")
