#!/usr/bin/env python3
"""Fits the judgements by which one report is read: which sentences are no part of it (models/asides.txt), which facts are worth a
claim (models/facts.txt), who says a claim (models/speakers.txt) and how it is held (models/stances.txt).

Takes gold stories (a folder of story folders with articles.json and gold.json), has the tool print what the judgements rest on,
matches with the gold claims as eval_account.py does, and fits boosted trees (LightGBM, one thread, the same to the byte at each
run). Words of the stories do not come into the files: every clue is a small number.

    tools/fit_reading.py GOLD --tool build/release/tools/print_readings --write models
    tools/fit_reading.py GOLD --tool build/release/tools/print_readings --folds 4 --write FOLDER

With --folds, the stories are dealt into so many parts; FOLDER/0, FOLDER/1, ... get models fitted on the stories of all other parts,
and the figures printed are those of the parts left out. FOLDER/parts.json says which story is in which part, so that the program can
be run on each with HEARSAY_DATA=FOLDER/n. Needs numpy and lightgbm 4.7.0.
"""
import argparse
import collections
import concurrent.futures
import json
import pathlib

import numpy as np

from fitting import dealt, fit, gold_claims, likeness, run, same, story_folders, words, write

ASIDES = {"objective": "binary", "num_leaves": 15, "learning_rate": 0.05, "min_data_in_leaf": 20, "rounds": 200}
STANCES = ["asserts", "confirms", "denies", "estimates", "hedges", "declines"]
FACTS = {"objective": "binary", "num_leaves": 15, "learning_rate": 0.1, "min_data_in_leaf": 50, "rounds": 120}
# Which of the possible speakers says a claim is a ranking problem: LambdaMART (Burges 2010).
SPEAKERS = {"objective": "lambdarank", "lambdarank_truncation_level": 3, "num_leaves": 31, "learning_rate": 0.04,
            "min_data_in_leaf": 40, "rounds": 350}
STANCE = {"objective": "multiclass", "num_class": 6, "num_leaves": 7, "learning_rate": 0.06, "min_data_in_leaf": 20, "rounds": 120}
# A fact is worth a claim where it matches a gold claim well, and better than any clause does: what shares a clause with another
# fact cannot be told from it afterwards.
LEAST_LIKENESS = 0.6
LEAST_GAIN = 0.08


def read_asides(folder, tool):
    """The sentences that could be no part of their article; positives lie in what the annotation leaves out."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    names, *rows = run(tool, ["asides"], folder, gold, None)
    left_out = collections.defaultdict(list)
    for span in gold.get("boilerplate", []):
        left_out[span["article"]].append((span["begin"], span["end"]))
    x, y = [], []
    for row in rows:
        for (begin, end), clues in row["sentences"]:
            x.append(clues)
            y.append(any(2 * (min(end, last) - max(begin, first)) > end - begin for first, last in left_out[row["article"]]))
    return {"x": np.array(x, np.int32).reshape(-1, len(names["aside_clues"])), "y": np.array(y, bool), "names": names["aside_clues"]}


def fit_asides(stories):
    return fit(np.concatenate([s["x"] for s in stories]), np.concatenate([s["y"] for s in stories]), ASIDES, stories[0]["names"])


def read_facts(folder, tool, data):
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    names, *rows = run(tool, ["facts"], folder, gold, data)
    claims = gold_claims(gold)
    x, y = [], []
    for row in rows:
        needed = [(c, max(LEAST_LIKENESS, LEAST_GAIN + max((likeness(c, *clause) for clause in row["clauses"]), default=0)))
                  for c in claims[row["article"]]]
        for (begin, end), clues in row["facts"]:
            x.append(clues)
            y.append(any(likeness(c, begin, end) >= least for c, least in needed))
    return {"name": folder.name, "x": np.array(x, np.int32), "y": np.array(y), "names": names["fact_clues"]}


def read_claims(folder, tool, data):
    """The gold claims that the program finds, with its reading of them; and how many gold claims there are."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    names, *lines = run(tool, ["claims"], folder, gold, data)
    of_article = collections.defaultdict(list)
    for line in lines:
        of_article[line["article"]].append(line)
    aliases = {words(n): words(group[0]) for group in gold["aliases"] for n in group}
    rows, total = [], 0
    for article, claims in gold_claims(gold).items():
        for claim in claims:
            total += 1
            best = max(of_article[article], key=lambda c: likeness(claim, c["begin"], c["end"]), default=None)
            if best is None or not likeness(claim, best["begin"], best["end"]):
                continue
            wanted = claim["source"][-1] if claim["source"] else None
            right = [not s["chain"] if wanted is None else bool(s["chain"]) and same(wanted, s["chain"][-1], aliases)
                     for s in best["speakers"]]
            rows.append({"speakers": np.array([s["clues"] for s in best["speakers"]], np.int32), "right": np.array(right),
                         "stance_clues": np.array([s["stance_clues"] for s in best["speakers"]], np.int32),
                         "stance": STANCES.index(claim["stance"])})
    return {"name": folder.name, "rows": rows, "total": total, "claims": len(lines), "names": names}


def fit_facts(stories):
    return fit(np.concatenate([s["x"] for s in stories]), np.concatenate([s["y"] for s in stories]), FACTS, stories[0]["names"])


def fit_speakers(stories):
    rows = [row for s in stories for row in s["rows"]]
    return fit(np.concatenate([r["speakers"] for r in rows]), np.concatenate([r["right"] for r in rows]).astype(int), SPEAKERS,
               stories[0]["names"]["speaker_clues"], [len(r["right"]) for r in rows])


def choose_speakers(model, stories):
    """Records in each row which of the possible speakers the model chooses."""
    rows = [row for s in stories for row in s["rows"]]
    scores = model.predict(np.concatenate([r["speakers"] for r in rows]), raw_score=True)
    ends = np.cumsum([len(r["right"]) for r in rows])
    for row, of_row in zip(rows, np.split(scores, ends[:-1])):
        row["chosen"] = int(np.argmax(of_row))


def fit_stances(stories):
    rows = [row for s in stories for row in s["rows"]]
    return fit(np.array([r["stance_clues"][r["chosen"]] for r in rows]), np.array([r["stance"] for r in rows]), STANCE,
               stories[0]["names"]["stance_clues"])


def figures(speakers, stances, stories):
    choose_speakers(speakers, stories)
    rows = [row for s in stories for row in s["rows"]]
    held = np.argmax(stances.predict(np.array([r["stance_clues"][r["chosen"]] for r in rows])), axis=1)
    return np.array([sum(s["total"] for s in stories), len(rows), sum(s["claims"] for s in stories),
                     sum(r["right"][r["chosen"]] for r in rows), sum(held == np.array([r["stance"] for r in rows]))], float)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=pathlib.Path, nargs="+")
    parser.add_argument("--tool", required=True, help="print_readings, as built")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--write", type=pathlib.Path, required=True, help="a folder for the weights")
    parser.add_argument("--keep-facts", action="store_true", help="take asides and facts as the tool has them built in; not with --folds")
    args = parser.parse_args()
    if args.keep_facts and args.folds:
        parser.error("--keep-facts would judge stories by facts that were learned on them")
    folders = story_folders(*args.gold)
    count = max(args.folds, 1)
    part_of = dealt(args.gold, count) if args.folds else [-1] * len(folders)
    asides_of = []
    if not args.keep_facts:
        with concurrent.futures.ThreadPoolExecutor(2) as two:
            asides_of = list(two.map(lambda f: read_asides(f, args.tool), folders))
    sums = np.zeros(5)
    for k in range(count):
        out = (args.write / str(k) / "models") if args.folds else args.write
        data = args.write / str(k) if args.folds else None if args.keep_facts else args.write.parent
        learn = [i for i, part in enumerate(part_of) if part != k]
        held_out = [i for i, part in enumerate(part_of) if part == k] or learn
        if not args.keep_facts:
            write(fit_asides([asides_of[i] for i in learn]), out / "asides.txt", "Is a sentence no part of its article: the log odds",
                  "tools/fit_reading.py")
            with concurrent.futures.ThreadPoolExecutor(2) as two:
                facts_of = list(two.map(lambda f: read_facts(f, args.tool, data), folders))
            write(fit_facts([facts_of[i] for i in learn]), out / "facts.txt", "Is a span worth a claim: the log odds",
                  "tools/fit_reading.py")
        with concurrent.futures.ThreadPoolExecutor(2) as two:
            stories = list(two.map(lambda f: read_claims(f, args.tool, data), folders))
        learned = [stories[i] for i in learn]
        speakers = fit_speakers(learned)
        write(speakers, out / "speakers.txt", "Who says a claim: the higher of all that may", "tools/fit_reading.py")
        choose_speakers(speakers, learned)
        stances = fit_stances(learned)
        write(stances, out / "stances.txt", "How a claim is held: the log odds of each stance", "tools/fit_reading.py")
        sums += figures(speakers, stances, [stories[i] for i in held_out])
    total, found, claims, right, stance = sums
    print("parts left out:" if args.folds else "on what was learned, which measures nothing:",
          f"found {found / total:.4f} with {claims / len(folders):.0f} claims a story, speaker {right / total:.4f} "
          f"({right / found:.4f} of found), stance {stance / total:.4f} ({stance / found:.4f} of found)")
    if args.folds:
        parts = {folder.name: part for folder, part in zip(folders, part_of)}
        (args.write / "parts.json").write_text(json.dumps(parts, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
