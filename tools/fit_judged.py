#!/usr/bin/env python3
"""Fits the judgement whether two claims contradict each other (models/disputes.txt) to pairs that readers judged.

    tools/fit_judged.py GOLD GROUPS --tool build/release/tools/print_clues --folds FOLDER --write models
    tools/fit_judged.py GOLD GROUPS --tool build/release/tools/print_clues --folds FOLDER

GROUPS is the folder with basil.jsonl and giveme5w1h.jsonl, FOLDER what fit_points.py wrote its folds to: a gold story is read by models
that have not seen it. The pairs and what a label means stand in tools/judged_pairs.tsv. Without --write, FOLDER/0/models, ... get
weights fitted on the pairs of all other parts, and the average precision over the parts left out is printed, with how many of the
highest pairs are right.
"""
import argparse
import collections
import concurrent.futures
import csv
import json
import pathlib
import tempfile

import numpy as np

from fit_points import average_precision
from fitting import fit, likeness, run, story_folders, write

PAIRS = pathlib.Path(__file__).parent / "judged_pairs.tsv"
DISPUTES = {"objective": "binary", "num_leaves": 15, "learning_rate": 0.05, "min_data_in_leaf": 40, "rounds": 150}


def judged_pairs():
    with PAIRS.open(encoding="utf-8") as lines:
        return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


class Claims:
    """A story's claims as the program finds them today, with the clues of each pair."""

    def __init__(self, printed):
        self.names = printed["clues"]
        self.of_article = collections.defaultdict(list)
        for i, (article, begin, end) in enumerate(printed["claims"]):
            self.of_article[article].append((i, begin, end))
        self.clues = {frozenset(pair[:2]): pair[2:] for pair in printed["pairs"]}

    def at(self, article, begin, end):
        """The claim that covers a judged span best, None when there is none like it."""
        span = {"begin": int(begin), "end": int(end)}
        best = max(self.of_article[article], key=lambda c: likeness(span, *c[1:]), default=None)
        return best[0] if best is not None and likeness(span, *best[1:]) >= 0.8 else None

    def clues_of(self, a, b):
        return self.clues.get(frozenset((a, b))) if a is not None and b is not None else None


def gold_story(folder, tool, data):
    return Claims(run(tool, [], folder, json.loads((folder / "gold.json").read_text(encoding="utf-8")), data)[0])


def group_story(articles, tool):
    """`articles` are lines of a groups file by their numbers; the numbers become the ids."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "story.jsonl"
        path.write_text("".join(json.dumps({**article, "id": number}) + "\n" for number, article in articles.items()), encoding="utf-8")
        return Claims(run(tool, [], pathlib.Path(folder), {"articles": [{"file": path.name}]}, None)[0])


def stories(args, pairs):
    """The rows of each story, by its name, with how its claims are read."""
    by_story = collections.defaultdict(list)
    read = {}
    folders = story_folders(args.gold)
    parts = json.loads((args.folds / "parts.json").read_text(encoding="utf-8"))
    lines = {}
    for pair in pairs:
        if pair["set"] == "gold":
            folder = folders[int(pair["story"]) - 1]
            name, part = folder.name, parts[folder.name]
            read[name] = lambda f=folder, p=part: gold_story(f, args.tool, args.folds / str(p))
        else:
            if pair["set"] not in lines:
                text = (args.groups / f"{pair['set']}.jsonl").read_text(encoding="utf-8")
                lines[pair["set"]] = {str(n): json.loads(line) for n, line in enumerate(text.splitlines(), 1)}
            cluster = lines[pair["set"]][pair["article_a"]]["cluster"]
            of_cluster = {n: a for n, a in lines[pair["set"]].items() if a["cluster"] == cluster}
            name = f"{pair['set']} {min(of_cluster, key=int)}"
            read[name] = lambda a=of_cluster: group_story(a, args.tool)
            part = int(min(of_cluster, key=int)) % (max(parts.values()) + 1)
        by_story[name, part].append(pair)
    return by_story, read


def rows_of(story, claims):
    for pair in story:
        ends = [claims.at(article(pair, side), pair[f"begin_{side}"], pair[f"end_{side}"]) for side in "ab"]
        clues = claims.clues_of(*ends)
        if clues is not None:
            yield clues, pair["label"][0] in "cux"


def article(pair, side):
    number = pair[f"article_{side}"]
    return number.zfill(2) if pair["set"] == "gold" else number


def print_figures(p, y):
    order = np.argsort(-p, kind="stable")
    shares = ", ".join(f"{y[order][:n].mean():.2f} of the first {n}" for n in (50, 100, 200, 400))
    print(f"{len(y)} pairs, {y.sum()} disputes; parts left out: average precision {average_precision(p, y):.4f}; right: {shares}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("groups", type=pathlib.Path)
    parser.add_argument("--tool", required=True, help="print_clues, as built")
    parser.add_argument("--folds", type=pathlib.Path, required=True)
    parser.add_argument("--write", type=pathlib.Path, help="a folder for the weights, fitted on all pairs")
    args = parser.parse_args()
    by_story, read = stories(args, judged_pairs())
    with concurrent.futures.ThreadPoolExecutor(2) as two:
        told = list(two.map(lambda key: list(rows_of(by_story[key], read[key[0]]())), by_story))
        names = read[next(iter(by_story))[0]]().names
    x = np.array([clues for rows in told for clues, _ in rows], np.int32)
    y = np.array([differs for rows in told for _, differs in rows])
    part = np.array([key[1] for key, rows in zip(by_story, told) for _ in rows])

    def fit_and_write(chosen, folder):
        model = fit(x[chosen], y[chosen], DISPUTES, names)
        write(model, folder / "disputes.txt", "Do two claims contradict each other: the log odds", "tools/fit_judged.py")
        return model

    if args.write:
        fit_and_write(np.ones(len(y), bool), args.write)
        return
    p = np.zeros(len(y))
    for left_out in sorted(set(part)):
        p[part == left_out] = fit_and_write(part != left_out, args.folds / str(left_out) / "models").predict(x[part == left_out])
    print_figures(p, y)


if __name__ == "__main__":
    main()
