#!/usr/bin/env python3
"""Does grouping keep apart events of one kind that happened in different places to different people?

    bench/twins.py SHARED/data/groups --program build/release/hearsay

Twins are made by rule from the marked stories of basil.jsonl and giveme5w1h.jsonl. A story of three articles or more is dealt into two
halves; in the second half every name that `hearsay mark` finds is replaced by a name of the same kind, drawn from all stories of
the set, the same one all through the half, word for word where a name is part of a longer one; so is every other word with a capital letter
inside a sentence, unless a tenth of the stories have it. Numbers of two digits and more are changed and every date is moved by the same three to nine weeks. So the two halves tell one kind of event in different reporters' words, as the
twins of ECB+ do (Cybulska and Vossen 2014), and must come out as two stories. Stories of fewer articles are left as they are, as
company. Everything is drawn from a fixed seed.

Prints BCubed F1 over all articles, and over those of the twins alone.
"""
import argparse
import collections
import datetime
import json
import pathlib
import random
import re
import subprocess
import sys

SETS = ("basil", "giveme5w1h")
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def run(program, what, articles):
    lines = "".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles)
    result = subprocess.run([program, what, "--format", "json", "-"], input=lines.encode(), capture_output=True, check=True)
    return [json.loads(line) for line in result.stdout.splitlines()]


def capitals_of(articles):
    """The words with a capital letter inside a sentence, each once."""
    return {word for a in articles for word in re.findall(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b", a["text"])} - set(MONTHS + DAYS)


def names_of(marked, capitals):
    """The names of a story's articles by kind, most frequent first; words that are in none of these as another kind."""
    counts = collections.defaultdict(collections.Counter)
    for article in marked:
        for entity in article["entities"]:
            counts[entity["kind"]][entity["name"]] += 1
    known = {word for of_kind in counts.values() for name in of_kind for word in name.split()}
    counts["word"] = collections.Counter(sorted(capitals - known))
    return {kind: [name for name, _ in of_kind.most_common()] for kind, of_kind in counts.items()}


class Disguise:
    """What the names, numbers and days of one twin become."""

    def __init__(self, own, others, chance):
        self.words = {}
        self.factor = chance.choice([3, 7, 11])
        self.days = chance.randint(21, 63)
        for kind, names in own.items():
            fresh = [n for n in others[kind] if n not in names]
            for name, new in zip(names, chance.sample(fresh, min(len(names), len(fresh)))):
                self.rename(name.split(), new.split())
        self.pattern = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, self.words), key=len, reverse=True)) + r")\b|\d[\d,]*")

    def rename(self, old, new):
        """The last words stand for each other, as surnames do, then those before them."""
        for i, word in enumerate(reversed(old)):
            if word[:1].isupper() and word not in MONTHS + DAYS:
                self.words.setdefault(word, new[-1 - i] if i < len(new) else new[0])

    def word(self, match):
        found = match.group()
        if not found[0].isdigit():
            return self.words[found]
        number = int(found.replace(",", "") or 0)
        return found if number < 10 or 1900 <= number <= 2100 else str(number + self.factor * 3)

    def text(self, text):
        return self.pattern.sub(self.word, text or "")

    def article(self, article):
        out = dict(article, id=article["id"] + "-twin", text=self.text(article["text"]), title=self.text(article.get("title")))
        out["cluster"] = article["cluster"] + " twin"
        out.pop("url", None)
        if article.get("published"):
            day = datetime.date.fromisoformat(article["published"][:10]) + datetime.timedelta(days=self.days)
            out["published"] = day.isoformat()
        return out


def with_twins(program, rows, chance):
    clusters = collections.defaultdict(list)
    for row in rows:
        clusters[row["cluster"]].append(row)
    marked = {article["id"]: article for article in run(program, "mark", rows)}
    capitals = {cluster: capitals_of(articles) for cluster, articles in clusters.items()}
    spread = collections.Counter(word for words in capitals.values() for word in words)
    names = {cluster: names_of([marked[a["id"]] for a in articles if a["id"] in marked],
                               {word for word in capitals[cluster] if spread[word] < len(clusters) / 10})
             for cluster, articles in clusters.items()}
    all_names = collections.defaultdict(list)
    for cluster in sorted(clusters):
        for kind, of_kind in names[cluster].items():
            all_names[kind] += (name for name in of_kind if name not in all_names[kind])
    articles = []
    for cluster, of_cluster in sorted(clusters.items()):
        half = len(of_cluster) if len(of_cluster) < 3 else (len(of_cluster) + 1) // 2
        articles += of_cluster[:half]
        if half < len(of_cluster):
            disguise = Disguise(names[cluster], all_names, chance)
            articles += [disguise.article(a) for a in of_cluster[half:]]
    return articles


def bcubed(gold, found, asked):
    precision = recall = 0.0
    for a in asked:
        same_found = [b for b in gold if found.get(b, b) == found.get(a, a)]
        same_gold = [b for b in gold if gold[b] == gold[a]]
        both = sum(gold[b] == gold[a] for b in same_found)
        precision += both / len(same_found) / len(asked)
        recall += both / len(same_gold) / len(asked)
    return 2 * precision * recall / (precision + recall)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", type=pathlib.Path, help="the folder with basil.jsonl and giveme5w1h.jsonl")
    parser.add_argument("--program", required=True)
    parser.add_argument("--save", type=pathlib.Path, help="a file for the articles, twins and all")
    args = parser.parse_args()
    articles = []
    for name in SETS:
        rows = [json.loads(line) for line in (args.groups / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        articles += with_twins(args.program, rows, random.Random(1))
    if args.save:
        args.save.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles), encoding="utf-8")
    shown = [{k: v for k, v in a.items() if k != "cluster"} for a in articles]
    shown.sort(key=lambda a: (a.get("published") or "", a["id"]))
    found = {i: number for number, story in enumerate(run(args.program, "group", shown)) for i in story["articles"]}
    gold = {a["id"]: a["cluster"] for a in articles}
    twins = {a["cluster"] for a in articles if a["cluster"].endswith(" twin")}
    of_twins = [i for i, cluster in gold.items() if cluster in twins or cluster + " twin" in twins]
    if not of_twins:
        sys.exit(f"{args.groups}: no story of three articles or more")
    print(f"{len(articles)} articles, {len(twins)} pairs of twins with {len(of_twins)} articles")
    print(f"BCubed F1 of all {bcubed(gold, found, list(gold)):.3f}, of the twins {bcubed(gold, found, of_twins):.3f}")


if __name__ == "__main__":
    main()
