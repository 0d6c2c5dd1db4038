#!/usr/bin/env python3
"""Fits the judgement of two claims: are they on one point (models/one_point.txt)?

Takes gold stories (a folder of story folders with articles.json and gold.json), matches the program's claims with the gold claims as
eval_account.py does, and fits boosted trees over all pairs of matched claims that the program would compare, those of one point being
the positives.

    tools/fit_points.py GOLD --tool build/release/tools/print_clues --folds FOLDER --write models
    tools/fit_points.py GOLD --tool build/release/tools/print_clues --folds FOLDER [--curve]

FOLDER is what `fit_reading.py --folds` and `train_encoder.py --folds` wrote: its parts.json says which story is in which part, and
each story is read by models that have not seen it, so that the weights learn how far a clue can be trusted on a story that is new.
Without --write, FOLDER/0/models, ... get weights fitted on the stories of all other parts. For the stories left out
the average precision is printed, and BCubed F1 of their gold claims in average-link clusters for several thresholds. --curve does so
with a quarter and a half of the stories as well.
"""
import argparse
import collections
import concurrent.futures
import json
import pathlib
import sys

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from fitting import fit, likeness, run, story_folders, write

ONE_POINT = {"objective": "binary", "num_leaves": 15, "learning_rate": 0.05, "min_data_in_leaf": 100, "rounds": 200}
THRESHOLDS = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4]


def read_story(folder, tool, data):
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    (printed,) = run(tool, [], folder, gold, data)
    of_article = collections.defaultdict(list)
    for i, (article, begin, end) in enumerate(printed["claims"]):
        of_article[article].append((i, begin, end))
    points, items = collections.defaultdict(set), []
    for point in gold["points"]:
        for claim in point["claims"]:
            best = max(of_article[claim["article"]], key=lambda c: likeness(claim, *c[1:]), default=None)
            found = best is not None and likeness(claim, *best[1:]) > 0
            if found:
                points[best[0]].add(point["id"])
            if len(point["claims"]) > 1:
                items.append((point["id"], best[0] if found else None))
    pairs = np.array(printed["pairs"], np.int32).reshape(-1, 2 + len(printed["clues"]))
    known = np.array([a in points and b in points for a, b in pairs[:, :2]], bool)
    one = np.array([bool(points[a] & points[b]) if k else False for (a, b), k in zip(pairs[:, :2].tolist(), known)], bool)
    return {"name": folder.name, "claims": len(printed["claims"]), "ends": pairs[:, :2], "x": pairs[:, 2:], "known": known, "one": one,
            "items": items, "clues": printed["clues"]}


def fit_one_point(stories):
    x = np.concatenate([s["x"][s["known"]] for s in stories])
    y = np.concatenate([s["one"][s["known"]] for s in stories])
    return fit(x, y, ONE_POINT, stories[0]["clues"])


def average_precision(p, y):
    order = np.argsort(-p, kind="stable")
    hits = np.cumsum(y[order])
    return float((hits / np.arange(1, len(y) + 1) * y[order]).sum() / max(y.sum(), 1))


def bcubed(story, tree, threshold):
    """BCubed F1 of the gold claims that share a point with others, one that the program did not find counting 0."""
    cluster = fcluster(tree, 1 - threshold, "distance")
    found = [None if claim is None else cluster[claim] for _, claim in story["items"]]
    point = [p for p, _ in story["items"]]
    both, in_cluster, in_point = collections.Counter(zip(found, point)), collections.Counter(found), collections.Counter(point)
    shares = [(both[f, p] / in_cluster[f], both[f, p] / in_point[p]) for f, p in zip(found, point) if f is not None]
    precision, recall = np.sum(shares, 0) / max(len(found), 1) if shares else (0, 0)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def judge(model, story):
    """Average precision over the pairs whose truth is known, and BCubed F1 for each threshold."""
    p = model.predict(story["x"])
    distance = np.ones((story["claims"], story["claims"]))
    a, b = story["ends"].T
    distance[a, b] = distance[b, a] = 1 - p
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), "average")
    known = story["known"]
    return [average_precision(p[known], story["one"][known]), *(bcubed(story, tree, t) for t in THRESHOLDS)]


def print_figures(what, rows):
    mean = np.mean(rows, 0)
    print(f"{what}: average precision {mean[0]:.4f}; BCubed F1 " +
          ", ".join(f"{f:.4f} at {t}" for t, f in zip(THRESHOLDS, mean[1:])), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=pathlib.Path, nargs="+")
    parser.add_argument("--tool", required=True, help="print_clues, as built")
    parser.add_argument("--write", type=pathlib.Path, help="a folder for the weights, fitted on all stories")
    parser.add_argument("--folds", type=pathlib.Path, required=True, help="what fit_reading.py and train_encoder.py wrote")
    parser.add_argument("--curve", action="store_true", help="also learn from fewer stories")
    args = parser.parse_args()
    folders = story_folders(*args.gold)
    if not folders:
        sys.exit(f"{args.gold}: no story folder with a gold.json")
    parts = json.loads((args.folds / "parts.json").read_text(encoding="utf-8"))
    with concurrent.futures.ThreadPoolExecutor(2) as two:
        stories = list(two.map(
            lambda f: read_story(f, args.tool, args.folds / str(parts[f.name])), folders))
    if args.write:
        write(fit_one_point(stories), args.write / "one_point.txt", "Are two claims on one point: the log odds", "tools/fit_points.py")
        return
    for share in [4, 2, 1] if args.curve else [1]:
        rows = []
        for part in sorted(set(parts.values())):
            learn = [s for s in stories if parts[s["name"]] != part][::share]
            model = fit_one_point(learn)
            rows += [judge(model, s) for s in stories if parts[s["name"]] == part]
            if share == 1:
                write(model, args.folds / str(part) / "models" / "one_point.txt", "Are two claims on one point: the log odds",
                      "tools/fit_points.py")
        print_figures(f"parts left out, learned on {len(learn)} stories", rows)


if __name__ == "__main__":
    main()
