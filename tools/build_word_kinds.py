#!/usr/bin/env python3
"""Builds models/word_kinds.bin: for each English noun and verb of one word, what kind of thing or deed its first sense is.

    tools/build_word_kinds.py /usr/share/wordnet models/word_kinds.bin

Reads data.noun, data.verb, index.noun and index.verb of WordNet 3.0 (Debian package wordnet-base). The kind is the number of the
lexicographer file of the first sense ("noun.person" is 18, "verb.communication" 32; see lexnames(5WN)). The file holds the number of
words (4 bytes, little endian), their FNV-1a hashes of 32 bits in rising order, a byte a word for the noun and one for the verb; 0
where the word is none. Words whose hashes meet are left out.
"""
import pathlib
import struct
import sys


def hashed(word):
    value = 2166136261
    for byte in word.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


def kinds(folder, part):
    of_sense = {}
    for line in (folder / f"data.{part}").read_text(encoding="ascii").splitlines():
        if not line.startswith("  "):
            offset, file, _ = line.split(" ", 2)
            of_sense[offset] = int(file)
    found = {}
    for line in (folder / f"index.{part}").read_text(encoding="ascii").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split()
        word, senses, pointers = fields[0], int(fields[2]), int(fields[3])
        if word.isascii() and word.isalpha() and len(word) > 1:
            found[word] = of_sense[fields[6 + pointers]]
        assert senses
    return found


def main():
    folder, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    nouns, verbs = kinds(folder, "noun"), kinds(folder, "verb")
    entries = {}
    met = set()
    for word in sorted(nouns.keys() | verbs.keys()):
        key = hashed(word)
        if key in entries:
            met.add(key)
        entries[key] = (nouns.get(word, 0), verbs.get(word, 0))
    keys = sorted(entries.keys() - met)
    out.write_bytes(struct.pack(f"<I{len(keys)}I", len(keys), *keys) + bytes(entries[k][0] for k in keys) +
                    bytes(entries[k][1] for k in keys))
    print(f"{len(keys)} words, {len(met)} hashes of more than one")


if __name__ == "__main__":
    main()
