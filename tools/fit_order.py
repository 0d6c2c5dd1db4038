#!/usr/bin/env python3
"""Fits the weights of data/order.txt: which points of an account are the news.

Takes a folder of annotated stories (story folders with articles.json and gold.json) and the program print_order_clues, which prints
for each point of a story's account its clues and its claims. A point is a positive when most of its claims belong to an annotated
point that several articles touch or on which accounts differ. A logistic regression with a pull towards zero is fitted over all
points. Prints, for each tenth of the stories left out in turn, the average precision on them, and the mean; then the weights.

    tools/fit_order.py STORIES --tool build/release/tools/print_order_clues [--write data/order.txt]
"""
import argparse
import collections
import json
import pathlib
import subprocess

import numpy as np
from scipy.optimize import minimize

LEAST_SHARE = 0.6  # of an annotated claim's characters that a claim must cover
PULL = 1.0
FOLDS = 10


def load(folder, tool):
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    paths = [str(folder / a["file"]) for a in gold["articles"]]
    story = json.loads(subprocess.run([tool, *paths], capture_output=True, check=True).stdout)
    owner = collections.defaultdict(collections.Counter)
    claims = [(number, *claim) for number, point in enumerate(story["points"]) for claim in point["claims"]]
    for point in gold["points"]:
        news = len({c["article"] for c in point["claims"]}) > 1 or point["standing"] == "contested"
        for claim in point["claims"]:
            best = best_match(claim, claims)
            if best is not None:
                owner[best][point["id"], news] += 1
    labels = [bool(owner[p]) and owner[p].most_common(1)[0][0][1] for p in range(len(story["points"]))]
    return story["clues"], np.array([p["values"] for p in story["points"]]), np.array(labels, dtype=float)


def best_match(gold, claims):
    """The point of the claim that covers an annotated one best, as the account is scored."""
    best, best_score = None, 0.0
    length = gold["end"] - gold["begin"]
    for point, article, begin, end in claims:
        shared = min(end, gold["end"]) - max(begin, gold["begin"])
        if article != gold["article"] or shared < LEAST_SHARE * length or end - begin > 3 * length + 60:
            continue
        score = 2 * shared / (length + end - begin)
        if score > best_score:
            best, best_score = point, score
    return best


def fit(x, y):
    """Weights and bias of the logistic regression; the bias is not regularised."""
    def loss(w):
        z = x @ w[:-1] + w[-1]
        p = 1 / (1 + np.exp(-z))
        value = np.sum(np.logaddexp(0, z) - y * z) + PULL / 2 * np.sum(w[:-1] ** 2)
        return value, np.append(x.T @ (p - y) + PULL * w[:-1], np.sum(p - y))
    return minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B").x


def average_precision(scores, labels):
    order = np.argsort(-scores, kind="stable")
    hits = labels[order]
    return float(np.sum(np.cumsum(hits) / np.arange(1, len(hits) + 1) * hits) / max(1, np.sum(hits)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=pathlib.Path)
    parser.add_argument("--tool", required=True)
    parser.add_argument("--write", type=pathlib.Path)
    args = parser.parse_args()
    loaded = [load(p.parent, args.tool) for p in sorted(args.stories.glob("*/gold.json"))]
    names = loaded[0][0]
    precisions = []
    for fold in range(FOLDS):
        train = [s for i, s in enumerate(loaded) if i % FOLDS != fold]
        w = fit(np.vstack([s[1] for s in train]), np.concatenate([s[2] for s in train]))
        tenth = [average_precision(s[1] @ w[:-1], s[2]) for i, s in enumerate(loaded) if i % FOLDS == fold]
        precisions += tenth
        print(f"fold {fold}: average precision {np.mean(tenth):.3f} on {len(tenth)} stories")
    print(f"mean {np.mean(precisions):.3f}")
    w = fit(np.vstack([s[1] for s in loaded]), np.concatenate([s[2] for s in loaded]))
    # A heading that depends on words not shown helps nobody on the first screen, whatever it says.
    w[names.index("dependent")] -= 3
    lines = [f"{name} = {weight:.3f}" for name, weight in zip(names, w)]
    print("\n".join(lines))
    if args.write:
        kept = [line for line in args.write.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        args.write.write_text("\n".join(kept + lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
