#!/usr/bin/env python3
"""The account's figures on annotated stories, each story told by models that have not seen it.

    tools/fit_reading.py GOLD --tool build/release/tools/print_readings --folds 4 --write FOLDS
    tools/fit_points.py GOLD --tool build/release/tools/print_clues --folds FOLDS
    tools/check_folds.py GOLD --folds FOLDS --program build/release/hearsay --eval SHARED/eval [--save FOLDER]

FOLDS is what the first two write: parts.json says in which part each story is, and FOLDS/0, FOLDS/1, ... hold the weights that were
fitted on the stories of all other parts. The program is run on each story with HEARSAY_DATA as its part's folder, and scored by
eval_account.py and eval_order.py from the folder of --eval. Only the order of the points and data lists are the same for all parts.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys

from fitting import story_folders


def tell(folder, args, data):
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    paths = [str(folder / a["file"]) for a in gold["articles"]]
    printed = subprocess.run([args.program, "report", "--threads", "1", "--format", "json", *paths], capture_output=True, check=True,
                             env={**os.environ, "HEARSAY_DATA": str(data)}).stdout
    if args.save:
        (args.save / f"{folder.name}.json").write_bytes(printed)
    texts = {a["id"]: (folder / a["file"]).read_bytes().decode("utf-8") for a in gold["articles"]}
    return gold, json.loads(printed), texts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=pathlib.Path, nargs="+")
    parser.add_argument("--folds", type=pathlib.Path, required=True)
    parser.add_argument("--program", required=True)
    parser.add_argument("--eval", type=pathlib.Path, required=True, help="the folder with eval_account.py and eval_order.py")
    parser.add_argument("--save", type=pathlib.Path, help="a folder for the accounts")
    args = parser.parse_args()
    sys.path.insert(0, str(args.eval))
    import eval_account
    import eval_order
    if args.save:
        args.save.mkdir(parents=True, exist_ok=True)
    parts = json.loads((args.folds / "parts.json").read_text(encoding="utf-8"))
    with concurrent.futures.ThreadPoolExecutor(2) as two:
        told = list(two.map(lambda f: tell(f, args, args.folds / str(parts[f.name])), story_folders(*args.gold)))
    rows = [eval_account.score_story(*story) | eval_order.order_of(*story[:2]) for story in told]
    for column in rows[0]:
        print(f"{column:<10} {sum(row[column] for row in rows) / len(rows):8.3f}")


if __name__ == "__main__":
    main()
