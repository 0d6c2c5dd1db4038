#!/usr/bin/env python3
"""How often windows of time give other stories and copies than one machine does: the parts of hearsay.spark, without Spark, on an invented
archive of a year.

    build/consumers/bin/python bench/spark_windows.py --package build/release/python [--articles 8000]
"""
import argparse
import collections
import json
import os
import pathlib
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(SOURCE / "tests"))

from invented_archive import archive  # noqa: E402
from invented_stream import write  # noqa: E402


def sign(articles):
    """A row of each, in order of time."""
    from hearsay import _engine

    rows = []
    for article in articles:
        signature, seconds, bands = _engine.sign(article._engine)
        rows.append({"id": article.id, "day": seconds // 86400, "at": seconds, "signature": signature, "bands": bands, "window": 0})
    return sorted(rows, key=lambda row: (row["at"], row["id"]))


def holders(rows):
    first = collections.defaultdict(list)
    for row in rows:
        for band in row["bands"]:
            if len(first[band]) < 8:
                first[band].append(row)
    return first


def far_back(own, first, begin):
    found = {}
    for row in own:
        met = collections.Counter(one["id"] for band in row["bands"] for one in first[band] if one["day"] < begin)
        by_id = {one["id"]: one for band in row["bands"] for one in first[band]}
        for id, _ in sorted(met.items(), key=lambda pair: (-pair[1], pair[0]))[:12]:
            found[id] = by_id[id]
    return sorted(found.values(), key=lambda row: (row["at"], row["id"]))


def stories(rows, windows, far):
    from hearsay.spark.grouping import _group_window, _joined
    from hearsay.spark.links import _by_union

    first, member, edges, parts = holders(rows), {}, [], {}
    for number, window in enumerate(windows):
        own = [row | {"own": True} for row in rows if window.first <= row["day"] <= window.last]
        near = [row | {"own": False} for row in rows if window.begin <= row["day"] < window.first]
        back = [row | {"own": False} for row in (far_back(own, first, window.begin) if far else [])]
        for _, part, articles, earlier, told in _group_window(number, back + near + own, 730):
            node = f"{number:09}:{part}"
            for ids in earlier:
                votes = collections.Counter(member[id] for id in ids)
                edges.append((node, min(votes, key=lambda one: (-votes[one], one))))
            member.update((id, node) for id in articles)
            parts[node] = {"node": node, "window": number, "articles": articles, "told": told, "has_earlier": bool(earlier)}
    roots = _by_union(edges)
    whole = collections.defaultdict(list)
    for node, part in sorted(parts.items()):
        whole[roots.get(node, node)].append(part)
    return [json.loads(_joined(some)[2]) for some in whole.values()]


def bcubed(found, expected):
    ours, theirs = ({id: set(story["articles"]) for story in some for id in story["articles"]} for some in (found, expected))
    precision = sum(len(ours[id] & theirs[id]) / len(ours[id]) for id in theirs) / len(theirs)
    recall = sum(len(ours[id] & theirs[id]) / len(theirs[id]) for id in theirs) / len(theirs)
    return 2 * precision * recall / (precision + recall)


def copies(some):
    return {(copy["from"], copy["to"]) for story in some for copy in story["copies"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--package", required=True)
    parser.add_argument("--articles", type=int, default=8000)
    arguments = parser.parse_args()
    sys.path.insert(0, str(pathlib.Path(arguments.package).resolve()))
    os.environ["HEARSAY_CONFIG"] = ""
    import hearsay
    from hearsay.spark.windows import plan

    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        write(file.name, archive(arguments.articles))
        rows = sign(hearsay.read_all(file.name))
    counts = collections.Counter(row["day"] for row in rows)
    whole = stories(rows, plan(counts, articles=len(rows)), far=False)
    print(f"{len(rows)} articles, {len(whole)} stories, {len(copies(whole))} copies\n"
          "windows  days each  days before  stories that are the same  BCubed F1  copies found  of them right")
    for part, before, far in ((2, 2, True), (4, 4, True), (8, 8, True), (8, 4, True), (8, 2, True), (8, 8, False)):
        windows = plan(counts, articles=len(rows) // part, before=len(rows) // before)
        found = stories(rows, windows, far)
        same = {frozenset(story["articles"]) for story in found} & {frozenset(story["articles"]) for story in whole}
        ours, theirs = copies(found), copies(whole)
        print(f"{len(windows):7} {365 / len(windows):10.0f} {sum(one.first - one.begin for one in windows[1:]) / (len(windows) - 1):12.0f} "
              f"{len(same) / len(whole):26.3f} {bcubed(found, whole):10.3f} {len(ours & theirs) / len(theirs):13.3f} "
              f"{len(ours & theirs) / len(ours):14.3f}{'' if far else '  without keys'}", flush=True)


if __name__ == "__main__":
    main()
