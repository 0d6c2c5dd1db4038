#!/usr/bin/env python3
"""Fits the weights of data/points.txt: how much each clue says for two claims being on one point.

Takes gold stories (a folder of story folders with articles.json and gold.json), matches the program's claims with the gold claims as
eval_account.py does, and fits a logistic regression with a pull towards zero over all pairs of matched claims, the same points
being the positives. Prints the fit on all stories, and for each story the average precision of the fit on the others: a fit that
does not carry over is seen there. Then, for several thresholds, BCubed F1 of average-link clusters of each held-out story.

    tools/fit_points.py GOLD --tool build/release/tools/print_clues --texts giveme5w1h.jsonl [--write data/points.txt]

GOLD holds three stories; nine more are annotated in tools/point_annotations.json by position only, for the texts of --texts.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform


def load(folder, tool):
    """A story folder with articles.json and gold.json."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    paths = [str(folder / a["file"]) for a in gold["articles"]]
    claims = [(c["article"], c["begin"], c["end"], p["id"]) for p in gold["points"] for c in p["claims"]]
    return match(folder.name, paths, claims, tool)


def load_annotations(path, texts, tool):
    """The stories of point_annotations.json, with the texts of a JSONL file."""
    lines = texts.read_text(encoding="utf-8").splitlines()
    for number, story in enumerate(json.loads(path.read_text(encoding="utf-8"))["stories"], 4):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "story.jsonl"
            articles = [{**json.loads(lines[line - 1]), "id": str(i)} for i, line in enumerate(story["lines"])]
            file.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles), encoding="utf-8")
            claims = [(str(article), begin, end, point) for article, begin, end, point in story["claims"]]
            yield match(f"story {number}", [str(file)], claims, tool)


def match(name, paths, claims, tool):
    """The program's claims that match the annotated ones, as eval_account.py matches them, and the clues of their pairs."""
    printed = json.loads(subprocess.run([tool, *paths], capture_output=True, check=True).stdout)
    points = {}
    for article, first, last, point in claims:
        best, best_score = None, 0
        for i, (of, begin, end) in enumerate(printed["claims"]):
            if of != article:
                continue
            shared = max(0, min(end, last) - max(begin, first))
            length = last - first
            if shared >= 0.6 * length and end - begin <= 3 * length + 60:
                score = 2 * shared / (length + end - begin)
                if score > best_score:
                    best, best_score = i, score
        if best is not None:
            points.setdefault(best, set()).add(point)
    rows, labels, pairs = [], [], []
    for i, j, *clues in printed["pairs"]:
        if i in points and j in points:
            rows.append(clues)
            labels.append(bool(points[i] & points[j]))
            pairs.append((i, j))
    return {"name": name, "x": np.array(rows), "y": np.array(labels, float), "pairs": pairs, "points": points,
            "clues": printed["clues"]}


AGAINST = {"same_article", "other_happening", "names", "other_names", "far_number", "other_month", "other_polarity", "other_time", "nested"}  # clues that may speak against one point


def fit(x, y, clues, pull=2.0):
    """A logistic regression in which a clue that should speak for one point never speaks against it: it is left out instead."""
    kept = list(range(x.shape[1]))
    while True:
        w = newton(x[:, kept], y, pull)
        wrong = [k for k, value in zip(kept, w) if value < 0 and clues[k] not in AGAINST]
        if not wrong:
            full = np.zeros(x.shape[1] + 1)
            full[kept] = w[:-1]
            full[-1] = w[-1]
            return full
        worst = min(wrong, key=lambda k: w[kept.index(k)])
        kept.remove(worst)


def newton(x, y, pull, rounds=60):
    """Newton's method on the penalised likelihood; the bias is not pulled."""
    x = np.hstack([x, np.ones((len(x), 1))])
    w = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], pull)
    penalty[-1] = 0
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + penalty * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty + 1e-6)
        w -= np.linalg.solve(hessian, gradient)
    return w


def probability(w, x):
    return 1 / (1 + np.exp(-(x @ w[:-1] + w[-1])))


def average_precision(p, y):
    order = np.argsort(-p, kind="stable")
    hits = np.cumsum(y[order])
    return float((hits / np.arange(1, len(y) + 1) * y[order]).sum() / max(y.sum(), 1))


def bcubed(story, p, threshold):
    items = sorted(story["points"])
    place = {claim: i for i, claim in enumerate(items)}
    distance = np.ones((len(items), len(items)))
    for (i, j), value in zip(story["pairs"], p):
        distance[place[i], place[j]] = distance[place[j], place[i]] = 1 - value
    np.fill_diagonal(distance, 0)
    found = fcluster(linkage(squareform(distance, checks=False), "average"), 1 - threshold, "distance")
    count = collections.Counter(pt for claim in items for pt in story["points"][claim])
    counted = [i for i, claim in enumerate(items) if any(count[pt] > 1 for pt in story["points"][claim])]
    precision = recall = 0
    for a in counted:
        same_found = [b for b in counted if found[a] == found[b]]
        same_gold = [b for b in counted if story["points"][items[a]] & story["points"][items[b]]]
        both = len(set(same_found) & set(same_gold))
        precision += both / len(same_found)
        recall += both / len(same_gold)
    precision, recall = precision / len(counted), recall / len(counted)
    return 2 * precision * recall / (precision + recall)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("--tool", default="build/release/tools/print_clues")
    parser.add_argument("--texts", type=pathlib.Path, help="the JSONL file whose lines tools/point_annotations.json names")
    parser.add_argument("--write", type=pathlib.Path)
    parser.add_argument("--threshold", type=float, help="the threshold to write (default: the best held out)")
    args = parser.parse_args()
    stories = [load(p.parent, args.tool) for p in sorted(args.gold.glob("*/gold.json"))]
    if args.texts:
        annotations = pathlib.Path(__file__).with_name("point_annotations.json")
        stories.extend(load_annotations(annotations, args.texts, args.tool))
    if len(stories) < 2:
        sys.exit("at least two stories are needed: one is held out")
    clues = stories[0]["clues"]
    thresholds = [round(0.10 + 0.04 * i, 2) for i in range(13)]
    table = {t: [] for t in thresholds}
    for held_out in stories:
        rest = [s for s in stories if s is not held_out]
        w = fit(np.vstack([s["x"] for s in rest]), np.hstack([s["y"] for s in rest]), clues)
        p = probability(w, held_out["x"])
        print(f"{held_out['name']:<12} pairs {len(p):6d}, of one point {int(held_out['y'].sum()):5d}, "
              f"average precision held out {average_precision(p, held_out['y']):.3f}")
        for t in thresholds:
            table[t].append(bcubed(held_out, p, t))
    for t in thresholds:
        print(f"threshold {t:.2f}  held-out BCubed F1 " + " ".join(f"{v:.3f}" for v in table[t]) + f"  mean {np.mean(table[t]):.3f}")
    best = max(thresholds, key=lambda t: np.mean(table[t]))
    w = fit(np.vstack([s["x"] for s in stories]), np.hstack([s["y"] for s in stories]), clues)
    text = ("# How much each clue says for two claims being on one point (logistic regression, fitted by tools/fit_points.py).\n"
            + "".join(f"{name} {value:.3f}\n" for name, value in zip([*clues, "bias"], w))
            + "# The average probability above which two groups of claims become one point.\n"
            + f"threshold {args.threshold or best:.2f}\n"
            + "# The probability from which two claims may contradict each other, and from which they may corroborate each other.\n"
            + "sure 0.30\nagree 0.50\n")
    print(text, end="")
    if args.write:
        args.write.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
