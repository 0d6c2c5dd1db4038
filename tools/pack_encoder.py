#!/usr/bin/env python3
"""Packs the weights of a sentence encoder into the file that the program reads (models/encoder.bin).

Takes a BERT encoder of the shape of all-MiniLM-L6-v2 (Apache-2.0; heads of 32 numbers, any number of layers): a .safetensors
file with the names of Hugging Face's library, or a state dict saved by PyTorch with the names we.weight, pe.weight, te.weight,
n.* (the embeddings), l.I.{q,k,v,o,n1,f1,f2,n2}.* (the layers) and head.{weight,bias} (what turns a mean of vectors into a
meaning). Without a head in the file, one of --head rows is made up: a random rotation, which keeps cosines about as they are.

    tools/pack_encoder.py --weights model.safetensors --vocabulary vocab.txt --out models/encoder.bin

Pieces in other scripts than Latin are left out, unless --all-pieces; what needs them becomes [UNK].

The file has the form of src/dissect/arithmetic/model_file.h, with these sections:

    pieces.slots u32, pieces.begins u32, pieces.names    the vocabulary, as src/dissect/encoder/word_pieces.h reads it
    words.weight i8, words.scale f32                     a row a piece
    positions f32                                        a row for each of the first 128 places, with the first type's added
    norm.gain f32, norm.bias f32                         of the sum of the two
    layers u32                                           how many; then of each, as layer0.NAME, layer1.NAME, ...
        attended, gathered, inner, outer                 .weight i8, .scale f32, .sums f32, .bias f32
        norm1, norm2                                     .gain f32, .bias f32
    head.weight f32, head.bias f32

`attended` has the rows of queries, keys and values one below the other. Weights are in the order of src/dissect/arithmetic/byte_kernels.h,
each row with the least scale that keeps them within -127..127 and keeps its bound on sums of eight; `sums` are those of the
rows, scale included.
"""
import argparse
import pathlib
import struct

import numpy as np

from distil_meaning import fnv1a, wanted

HUGGING_FACE = {"q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
                "o": "attention.output.dense", "n1": "attention.output.LayerNorm", "f1": "intermediate.dense",
                "f2": "output.dense", "n2": "output.LayerNorm"}
PLACES = 128


def load(path):
    """The weights by their short names."""
    if path.suffix != ".safetensors":
        import torch
        return {name: tensor.float().numpy() for name, tensor in torch.load(path, map_location="cpu").items()}
    from safetensors.numpy import load_file
    given = load_file(str(path))
    named = {"we.weight": given["embeddings.word_embeddings.weight"], "pe.weight": given["embeddings.position_embeddings.weight"],
             "te.weight": given["embeddings.token_type_embeddings.weight"]}
    for part in ("weight", "bias"):
        named[f"n.{part}"] = given[f"embeddings.LayerNorm.{part}"]
        for i in range(count_layers(given, "encoder.layer.{}.output.dense.weight")):
            for short, long in HUGGING_FACE.items():
                named[f"l.{i}.{short}.{part}"] = given[f"encoder.layer.{i}.{long}.{part}"]
    return named


def count_layers(weights, name):
    count = 0
    while name.format(count) in weights:
        count += 1
    return count


def split_words(weights):
    """Rows of bytes and their scales."""
    scales = np.maximum(np.abs(weights).max(1), 1e-9) / 127
    return np.rint(weights / scales[:, None]).astype("i1"), scales.astype("<f4")


def sums_of_eight(numbers):
    """The largest sum, of those above zero or below, that eight bytes of a row may reach: see byte_kernels.h."""
    groups = numbers.reshape(len(numbers), -1, 4, 2, 2)
    return np.maximum(np.maximum(groups, 0).sum((2, 4)), np.maximum(-groups, 0).sum((2, 4))).max((1, 2))


def round_rows(weights):
    scales = np.maximum(np.maximum(np.abs(weights).max(1) / 127, sums_of_eight(weights) / 128), 1e-9)
    while True:
        rounded = np.rint(weights / scales[:, None])
        over = sums_of_eight(rounded) > 128
        if not over.any():
            return rounded.astype("i1"), scales.astype("<f4")
        scales[over] *= 1.002


def blocks(rows):
    """Blocks of sixteen rows, four columns at a time."""
    count, columns = rows.shape
    return rows.reshape(count // 16, 16, columns // 4, 4).transpose(0, 2, 1, 3)


def add_norm(sections, name, weights, short):
    sections[name + ".gain"], sections[name + ".bias"] = weights[short + ".weight"], weights[short + ".bias"]


def add_linear(sections, name, weights, shorts):
    """A linear layer, or several with their rows one below the other."""
    rows, scales = round_rows(np.concatenate([weights[short + ".weight"] for short in shorts]))
    sections[name + ".weight"], sections[name + ".scale"] = blocks(rows), scales
    sections[name + ".sums"] = (rows.sum(1, dtype="i8") * scales.astype("f8")).astype("<f4")
    sections[name + ".bias"] = np.concatenate([weights[short + ".bias"] for short in shorts])


def add_layers(sections, weights, count):
    """The first so many transformer layers, and how many they are."""
    sections["layers"] = np.array([count], "<u4")
    for i in range(count):
        add_linear(sections, f"layer{i}.attended", weights, [f"l.{i}.{part}" for part in "qkv"])
        add_linear(sections, f"layer{i}.gathered", weights, [f"l.{i}.o"])
        add_norm(sections, f"layer{i}.norm1", weights, f"l.{i}.n1")
        add_linear(sections, f"layer{i}.inner", weights, [f"l.{i}.f1"])
        add_linear(sections, f"layer{i}.outer", weights, [f"l.{i}.f2"])
        add_norm(sections, f"layer{i}.norm2", weights, f"l.{i}.n2")


def vocabulary(names):
    slots = 1
    while slots < 2 * len(names):
        slots *= 2
    table = np.zeros(slots, "<u4")
    for number, name in enumerate(names):
        slot = fnv1a(name) % slots
        while table[slot]:
            slot = (slot + 1) % slots
        table[slot] = number + 1
    begins = np.cumsum([0] + [len(name) for name in names])
    return {"pieces.slots": table, "pieces.begins": begins.astype("<u4"), "pieces.names": np.frombuffer(b"".join(names), "u1")}


def write(path, sections):
    """As ModelWriter does."""
    head = 16 + 40 * len(sections)
    entries, data = b"", b""
    start = -(-head // 64) * 64
    for name in sorted(sections):
        part = np.ascontiguousarray(sections[name]).tobytes()
        data += bytes(-len(data) % 64)
        entries += struct.pack("<24sQQ", name.encode(), start + len(data), len(part))
        data += part
    file = b"HEARSAYG" + struct.pack("<2I", 1, len(sections)) + entries
    file += bytes(start - len(file)) + data
    path.write_bytes(file)
    print(f"{path}: {len(sections)} sections, {len(file)} bytes")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=pathlib.Path, required=True)
    parser.add_argument("--vocabulary", type=pathlib.Path, required=True, help="a piece a line, in the order of the weights")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--head", type=int, default=128, help="rows of a head that is made up (default: 128)")
    parser.add_argument("--all-pieces", action="store_true", help="keep the pieces in other scripts than Latin")
    args = parser.parse_args()
    weights = load(args.weights)
    names = args.vocabulary.read_text(encoding="utf-8").rstrip("\n").split("\n")
    kept = [i for i, name in enumerate(names) if args.all_pieces or wanted(name) or name in ("[UNK]", "[CLS]", "[SEP]")]
    sections = vocabulary([names[i].encode() for i in kept])
    sections["words.weight"], sections["words.scale"] = split_words(weights["we.weight"][kept])
    sections["positions"] = weights["pe.weight"][:PLACES] + weights["te.weight"][0]

    add_norm(sections, "norm", weights, "n")
    layers = count_layers(weights, "l.{}.f2.weight")
    add_layers(sections, weights, layers)
    if "head.weight" in weights:
        sections["head.weight"], sections["head.bias"] = weights["head.weight"], weights["head.bias"]
    else:
        width = len(weights["n.bias"])
        sections["head.weight"] = np.linalg.qr(np.random.default_rng(1).standard_normal((width, args.head)))[0].T.astype("<f4")
        sections["head.bias"] = np.zeros(args.head, "<f4")
    write(args.out, sections)


if __name__ == "__main__":
    main()
