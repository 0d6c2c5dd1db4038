"""What the fitting of judgements to gold stories shares: matching with the gold claims, boosted trees and their files.

A gold folder holds a folder a story, with articles.json and gold.json. Boosted trees are LightGBM's, on one thread, the same to the
byte at each run; words of the stories do not come into the files, every clue is a whole number. Needs numpy and lightgbm 4.7.0.
"""
import collections
import json
import os
import pathlib
import re
import subprocess
import unicodedata

import lightgbm
import numpy as np

COMMON = {"feature_fraction": 0.5, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5.0, "verbose": -1, "num_threads": 1,
          "seed": 1, "deterministic": True, "force_row_wise": True}


def words(name):
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return tuple(w for w in re.findall(r"[a-z0-9]+", plain) if w not in {"the", "a", "an", "of", "mr", "mrs", "ms", "s"})


def same(wanted, names, aliases):
    """Is one of the names the wanted one, by the story's aliases or by shared words? As eval_account.py judges it."""
    want = words(wanted)
    key = aliases.get(want, want)
    known = set(key) | set(want)
    for name in filter(None, names):
        have = words(name)
        if aliases.get(have, have) == key:
            return True
        have = set(have)
        both = have & known
        if have and known and 2 * len(both) >= len(have | known):
            return True
        if both and (have <= known or known <= have):
            return True
    return False


def likeness(gold, begin, end):
    """Twice what is shared over the sum of the lengths; 0 where eval_account.py would not match the two."""
    length = gold["end"] - gold["begin"]
    shared = max(0, min(gold["end"], end) - max(gold["begin"], begin))
    return 2 * shared / (length + end - begin) if shared >= 0.6 * length and end - begin <= 3 * length + 60 else 0.0


def gold_claims(gold):
    of_article = collections.defaultdict(list)
    for point in gold["points"]:
        for claim in point["claims"]:
            of_article[claim["article"]].append(claim)
    return of_article


def story_folders(*golds):
    """The stories of one gold folder after the other, by name."""
    return [folder for gold in golds for folder in sorted(p.parent for p in pathlib.Path(gold).glob("*/gold.json"))]


def dealt(golds, count):
    """The part of each story of story_folders(*golds): those of a folder are dealt out in turn."""
    return [i % count for gold in golds for i in range(len(story_folders(gold)))]


def run(tool, what, folder, gold, data):
    """What a tool prints for a story, a line of JSON each; with the folder `data` in place of the built-in lists."""
    environment = dict(os.environ, **({"HEARSAY_DATA": str(data)} if data else {}))
    paths = [str(folder / a["file"]) for a in gold["articles"]]
    result = subprocess.run([tool, *what, *paths], capture_output=True, check=True, env=environment)
    return [json.loads(line) for line in result.stdout.splitlines()]


def fit(x, y, settings, names, groups=None):
    """`settings` are LightGBM's, with the number of rounds among them; `groups` holds the number of rows of each ranking query."""
    options = {**COMMON, **{k: v for k, v in settings.items() if k != "rounds"}}
    return lightgbm.train(options, lightgbm.Dataset(x, y, feature_name=names, group=groups), settings["rounds"])


def tree_line(structure):
    """A tree as src/base/boosted_trees.h has it."""
    questions, leaves = [], []

    def visit(node):
        if "split_feature" not in node:
            leaves.append(round(node["leaf_value"] * 65536))
            return -len(leaves)
        number = len(questions)
        questions.append(None)
        most = int(np.floor(node["threshold"]))
        left, right = visit(node["left_child"]), visit(node["right_child"])
        questions[number] = (node["split_feature"], most, left, right)
        return number

    visit(structure)
    return " ".join(map(str, [len(questions), *(n for q in questions for n in q), *leaves]))


def write(model, path, what, made_by):
    dump = model.dump_model()
    lines = [f"# {what}. Made by {made_by}; the layout stands in src/base/boosted_trees.h.",
             "features " + " ".join(dump["feature_names"]), f"outputs {dump['num_tree_per_iteration']}",
             *(tree_line(t["tree_structure"]) for t in dump["tree_info"])]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
