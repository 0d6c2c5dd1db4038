#!/usr/bin/env python3
"""Marks news with the names that Stanford CoreNLP finds, as further training data for tools/train_names.cpp.

    teach_names.py prepare WORK ARTICLES.jsonl...    writes WORK/tokens and WORK/articles
    java -cp ... edu.stanford.nlp.ie.crf.CRFClassifier \\
        -loadClassifier edu/stanford/nlp/models/ner/english.conll.4class.distsim.crf.ser.gz \\
        -testFile WORK/tokens -map word=0,answer=1 > WORK/marked
    teach_names.py collect WORK 3 > silver.jsonl     every third article: rows {id, text, entities}

Articles that begin alike count once; of a file with more than 5,000 articles about half are taken, those of middling
length. The same input gives the same output.
"""

import hashlib
import json
import random
import re
import sys

TITLES = "Mr|Mrs|Ms|Dr|St|Gen|Sen|Gov|Rep|Lt|Col|Corp|Inc|Co|Ltd|Jr|Sr|No|Jan|Feb|Sept|Oct|Nov|Dec"
TOKEN = re.compile(r"(?:[A-Z]\.)+|(?:" + TITLES + r")\.|['’]s\b|n['’]t\b"
                   r"|\w+(?:[-.'’&]\w+?)*(?=['’]s\b|n['’]t\b|\W|$)|\w+|\S")
KINDS = {"PERSON": "person", "ORGANIZATION": "organization", "LOCATION": "place", "MISC": "other"}


def in_brackets_of_the_teacher(word):
    return word.replace("(", "-LRB-").replace(")", "-RRB-")


def ends_sentence(gap, last, word):
    blank_line = "\n" in gap and not gap.strip() and ("\n\n" in gap or last in ".?!\"”")
    return blank_line or (last in (".", "?", "!") and word[0].isupper())


def write_tokens(text, out):
    spans, end, last = [], 0, None
    for found in TOKEN.finditer(text):
        if spans and ends_sentence(text[end:found.start()], last, found.group()):
            out.write("\n")
        out.write(in_brackets_of_the_teacher(found.group()) + "\tO\n")
        spans.append((found.start(), found.end()))
        end, last = found.end(), found.group()
    out.write("\n")
    return spans


def prepare(work, paths):
    seen, chance = set(), random.Random(5)
    with open(work + "/tokens", "w") as tokens, open(work + "/articles", "w") as articles:
        for path in paths:
            rows = [json.loads(line) for line in open(path)]
            many = len(rows) > 5000
            for row in rows:
                text = row["text"]
                key = hashlib.md5(text[:200].encode()).hexdigest()
                if (many and not 300 <= len(text) <= 8000) or key in seen:
                    continue
                seen.add(key)
                if many and chance.random() > 0.5:
                    continue
                spans = write_tokens(text, tokens)
                articles.write(json.dumps({"id": "silver-%s" % row["id"], "text": text, "tokens": spans}) + "\n")


def names_of(spans, labels):
    names = []
    for begin, end in spans:
        kind = KINDS.get(next(labels))
        if kind and names and names[-1]["open"] and names[-1]["kind"] == kind:
            names[-1]["end"] = end
        else:
            if names:
                names[-1]["open"] = False
            if kind:
                names.append({"begin": begin, "end": end, "kind": kind, "open": True})
    return [{k: n[k] for k in ("begin", "end", "kind")} for n in names]


def collect(work, every):
    labels = (line.rstrip("\n").split("\t")[-1] for line in open(work + "/marked") if line.strip())
    for number, line in enumerate(open(work + "/articles"), 1):
        row = json.loads(line)
        entities = names_of(row["tokens"], labels)
        if number % every == 0:
            print(json.dumps({"id": row["id"], "text": row["text"], "entities": entities}))


if __name__ == "__main__":
    if len(sys.argv) > 3 and sys.argv[1] == "prepare":
        prepare(sys.argv[2], sys.argv[3:])
    elif len(sys.argv) == 4 and sys.argv[1] == "collect":
        collect(sys.argv[2], int(sys.argv[3]))
    else:
        sys.exit(__doc__)
