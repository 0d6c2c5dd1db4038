#!/usr/bin/env python3
"""Writes stories that were annotated for this project as a gold folder to learn from, beside SHARED/gold.

    tools/annotated_stories.py SHARED/data/groups FOLDER

tools/annotated_stories.jsonl holds 93 stories of basil.jsonl and giveme5w1h.jsonl (none on an event of gold or gold-check), annotated
by language models by the guide of SHARED/gold/README.md, in one reading. It holds positions, numbers and labels, no words: a story a line,

    set, articles       the file and the lines of its articles, counted from 1; below an article is its place in this list, from 0
    points              kind, standing, origins [min, max], differs [kind, relation] where contested, and claims, each
                        [article, begin, end, stance, chain of sources by number, value]; value is [low, high, approximate] or an ISO date
    sources             where each source is named, in every way in which it is: [article, begin, end]; -1 in a chain: nowhere by that name
    copies              [article, article, kind]
    boilerplate         [article, begin, end]

Spans count code points. FOLDER gets a folder a story in the form of SHARED/gold/README.md.
"""
import argparse
import json
import pathlib

STORIES = pathlib.Path(__file__).parent / "annotated_stories.jsonl"


def gold_of(story, rows):
    """articles.json, the texts, and gold.json."""
    chosen = [rows[line - 1] for line in story["articles"]]
    texts = [row["text"] for row in chosen]
    ids = [f"{i:02d}" for i in range(len(texts))]
    articles = [{"id": i, "file": i + ".txt", "outlet": row.get("outlet"), "published": (row.get("published") or "")[:10] or None,
                 "title": row.get("title")} for i, row in zip(ids, chosen)]

    def words(place):
        return " ".join(texts[place[0]][place[1]:place[2]].split())
    names = [list(dict.fromkeys(words(place) for place in source)) for source in story["sources"]]

    def span(article, begin, end):
        return {"article": ids[article], "begin": begin, "end": end, "quote": texts[article][begin:end]}

    def claim(article, begin, end, stance, chain, value=None):
        told = span(article, begin, end) | {"source": [names[s][0] if s >= 0 else "?" for s in chain] or None, "stance": stance}
        if isinstance(value, list):
            told["value"] = {"low": value[0], "high": value[1], "approx": bool(value[2]), "unit": ""}
        elif value is not None:
            told["value"] = value
        return told

    def point(number, p):
        told = {"id": f"p{number}", "gist": "", "kind": p["kind"], "standing": p["standing"],
                "origins": {"min": p["origins"][0], "max": p["origins"][1], "names": []}, "claims": [claim(*c) for c in p["claims"]]}
        if "differs" in p:
            told["disagreement"] = {"kind": p["differs"][0], "relation": p["differs"][1], "note": ""}
        return told
    gold = {"format": "hearsay-gold/1", "articles": articles, "points": [point(n, p) for n, p in enumerate(story["points"], 1)],
            "aliases": names, "lineage": [{"a": ids[a], "b": ids[b], "kind": kind, "why": ""} for a, b, kind in story["copies"]],
            "boilerplate": [span(*b) for b in story["boilerplate"]]}
    return articles, dict(zip(ids, texts)), gold


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    args = parser.parse_args()
    rows = {}
    for line in STORIES.read_text(encoding="utf-8").splitlines():
        story = json.loads(line)
        if story["set"] not in rows:
            of_set = (args.groups / f"{story['set']}.jsonl").read_text(encoding="utf-8").splitlines()
            rows[story["set"]] = [json.loads(row) for row in of_set]
        articles, texts, gold = gold_of(story, rows[story["set"]])
        out = args.folder / f"{story['set']}-{min(story['articles']):03d}"
        out.mkdir(parents=True, exist_ok=True)
        (out / "articles.json").write_text(json.dumps(articles, ensure_ascii=False, indent=1), encoding="utf-8")
        for number, text in texts.items():
            (out / f"{number}.txt").write_bytes(text.encode("utf-8"))
        (out / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
