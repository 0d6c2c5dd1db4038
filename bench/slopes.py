#!/usr/bin/env python3
"""How the cost of a run grows with its input: for each kind of input that somebody may make on purpose, and for one
story of more and more reports, the processor time at 1, 2, 4 and 8 times a size, and the slope of its logarithm.

    bench/slopes.py --program build/release/hearsay [--only WORD]... [--smaller] [--instructions]

A slope of 1 is cost in proportion to the input, 2 is quadratic. What a run costs that has nothing to read is taken off
first. --instructions counts them with valgrind instead of taking the time: slower, and the same on a busy machine.
"""

import argparse
import json
import math
import os
import random
import re
import subprocess
import sys
import tempfile
import time

STORY_OUTLETS = 40


def nested_sayings(n):
    return {"a.txt": "ANA VELL SAID " * n}


def sayings_without_end(n):
    return {"a.txt": "Ana Vell said that Josef Kalm said that " * n + "it sank."}


def long_sentence(n):
    return {"a.txt": "The bridge over the Wennel was closed and the town of Harrowmere waited " * n + "."}


def commas(n):
    return {"a.txt": "the bridge, the town, 12 boats, " * n + "and the quay were closed."}


def paragraphs(n):
    words = "".join("<p>The mayor said boat %d sank.</p>" % i for i in range(n))
    return {"a.html": "<html lang=en><body><article>%s</article></body></html>" % words}


def quoted_paragraphs(n):
    return {"a.txt": "\n".join("\u201cBoat %d has sunk, and nobody was on it." % i for i in range(n))}


def lines_of_text(n):
    return {"a.txt": "\n".join("Subscribe now to read more\nThe mayor said on Monday that boat %d sank." % i for i in range(n))}


def open_quotes(n):
    return {"a.txt": "\u201cIt sank,\u201d Ana Vell said. \u201c " * n}


def one_word(n):
    return {"a.txt": "fire " * n}


def word_without_end(n):
    return {"a.txt": "a" * n + " sank."}


def numbers(n):
    return {"a.txt": "".join("About %d to %d people were hurt on %d May 2031. " % (i % 90, i % 90 + 5, i % 28 + 1) for i in range(n))}


def names(n):
    return {"a.txt": "".join("%s%s Vell%s met the mayor. " % ("A" + chr(97 + i % 26), chr(97 + i // 26 % 26), chr(97 + i // 676 % 26)) for i in range(n))}


def pronouns(n):
    return {"a.txt": "Ana Vell came. " + "He said it was theirs, and she told him so. " * n}


def brackets(n):
    return {"a.txt": "(" * n + "It sank." + ")" * n}


def same_items(n):
    item = "<item><title>Boat sinks</title><link>https://wennel.example/1</link><description>%s</description></item>" % (
        "A boat sank in the Wennel on Monday, Mayor Ana Vell said. Nobody was hurt, she added.")
    return {"a.xml": "<rss><channel>%s</channel></rss>" % (item * n)}


def open_tags(n):
    return {"a.html": "<div>" * n + "<p>A boat sank in the Wennel on Monday, Mayor Ana Vell said."}


def json_lines(n):
    return {"a.jsonl": "\n".join(json.dumps({"id": str(i), "text": "Boat %d sank in the Wennel, Mayor Ana Vell said." % i}) for i in range(n))}


def story(n):
    """Reports of one fire, by some outlets many times: a part copies, a part rewords, figures grow."""
    rng = random.Random(7)
    people = ["Mayor Ana Vell", "fire chief Josef Kalm", "surgeon Ida Renk", "police spokesman Tom Harl", "a witness, Bo Lind"]
    facts = ["at least {n} people were hurt in the fire at the Wennel depot", "the fire broke out at about {h} a.m. on Monday",
             "{n} boats had been moved to Harrowmere", "the depot held {k} tonnes of timber", "nobody was missing",
             "the road to Torrin was closed", "the cause of the fire was not known", "the owner had denied that the doors were locked",
             "{n} firefighters from three towns were at work", "the smoke could be seen in Torrin"]
    own = ["The depot, built in 19{h}0, stands on the north quay.", "Schools in Harrowmere stayed closed on Tuesday.",
           "The owner, Marrow Timber, did not respond to questions.", "It was the second fire there in {h} years."]

    def fill(text, day):
        return text.replace("{n}", str(10 + day + rng.randint(0, 6))).replace("{h}", str(rng.randint(2, 6))).replace(
            "{k}", str(rng.choice([300, 400, 450])))
    lines, texts = [], []
    for i in range(n):
        day = i * 14 // n
        if texts and rng.random() < 0.3:
            text = rng.choice(texts[-50:])
        else:
            sentences = []
            for fact in rng.sample(facts, 6):
                who = rng.choice(people)
                shape = rng.choice(["{f}, {w} said.", "{w} said {f}.", "\u201c{f},\u201d {w} told reporters.", "{f}."])
                sentence = shape.replace("{f}", fill(fact, day)).replace("{w}", who)
                sentences.append(sentence[0].upper() + sentence[1:])
            sentences.insert(rng.randint(1, 5), fill(rng.choice(own), day))
            sentences.append("Case %s%d of the %s list was noted." % (chr(65 + i % 26), i, rng.choice(["red", "blue", "long"])))
            text = " ".join(sentences)
            texts.append(text)
        lines.append(json.dumps({"id": "r%d" % i, "outlet": "outlet%d.example" % rng.randint(1, STORY_OUTLETS), "language": "en",
                                 "title": "Fire at the Wennel depot hurts %d" % (10 + day),
                                 "published": "2031-05-%02dT%02d:00:00Z" % (5 + day, i % 24), "text": text}))
    return {"a.jsonl": "\n".join(lines)}


# name, maker, its smallest size, the runs
KINDS = [
    ("nested sayings in capitals", nested_sayings, 2000, ["mark --format text", "report --format html"]),
    ("sayings within sayings", sayings_without_end, 1000, ["mark --format text", "report --format html"]),
    ("one long sentence", long_sentence, 1500, ["mark --format json", "report --format html"]),
    ("a list without end", commas, 2500, ["report --format html"]),
    ("a page of short paragraphs", paragraphs, 5000, ["read --format json", "report --format html"]),
    ("quotations never closed", quoted_paragraphs, 2500, ["report --format html"]),
    ("lines that are no article", lines_of_text, 2500, ["report --format html"]),
    ("quotation marks", open_quotes, 2500, ["report --format html"]),
    ("one word again and again", one_word, 20000, ["report --format html"]),
    ("one word without end", word_without_end, 200000, ["report --format html"]),
    ("numbers and days", numbers, 1500, ["report --format html"]),
    ("names", names, 2500, ["report --format html"]),
    ("pronouns", pronouns, 1500, ["report --format html"]),
    ("brackets", brackets, 50000, ["report --format html"]),
    ("a feed of one item again and again", same_items, 250, ["report --format html"]),
    ("tags never closed", open_tags, 50000, ["read --format json"]),
    ("many short articles", json_lines, 2500, ["read --format json", "group --format json"]),
    ("one story of many reports", story, 625, ["report --format html", "report --format json", "group --format json"]),
]


def run(program, words, path, count):
    """Processor seconds, or instructions, and peak memory in MB."""
    command = [program, *words.split(), "--threads", "1", "--quiet", path]
    counts = path + ".counts"
    if count:
        command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-file=" + counts, *command]
    with open(path + ".out", "wb") as out, open(path + ".err", "wb") as err:
        child = subprocess.Popen(command, stdout=out, stderr=err)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    cost = used.ru_utime + used.ru_stime
    if count:
        with open(counts, encoding="utf-8", errors="replace") as f:
            cost = int(re.search(r"Collected : (\d+)", f.read()).group(1)) / 1e9
    size = os.path.getsize(path + ".out")
    os.unlink(path + ".out")
    return cost, used.ru_maxrss / 1024, size, child.returncode


def put(folder, files):
    (name, content), = files.items()
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as f:
        f.write(content)
    return path


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--program", required=True)
    options.add_argument("--only", action="append", default=[], help="only kinds and runs whose name holds this word")
    options.add_argument("--smaller", type=int, default=1, metavar="N", help="sizes divided by this")
    options.add_argument("--times", default="1,2,4,8", help="the sizes, as parts of the smallest")
    options.add_argument("--instructions", action="store_true")
    options = options.parse_args()
    times = [int(t) for t in options.times.split(",")]
    steep = 0
    unit = "G instructions" if options.instructions else "s"
    with tempfile.TemporaryDirectory() as folder:
        for name, maker, smallest, runs in KINDS:
            for words in runs:
                if not all(word in name + " " + words for word in options.only):
                    continue
                begun = time.monotonic()
                idle = run(options.program, words, put(folder, maker(1)), options.instructions)[0]
                costs, memory, size, status = [], 0, 0, 0
                for factor in times:
                    cost, memory, size, status = run(options.program, words, put(folder, maker(smallest * factor // options.smaller)),
                                                     options.instructions)
                    costs.append(max(cost - idle, 1e-3))
                slope = math.log(costs[-1] / costs[-3]) / math.log(times[-1] / times[-3])
                steep += slope > 1.1
                print("%-36s %-22s %s %s; slope %.2f; %.0f MB, prints %.1f MB%s" %
                      (name, words, " ".join("%.2f" % c for c in costs), unit, slope, memory, size / 1e6,
                       "" if status == 0 else ", exit %d" % status), flush=True)
                if time.monotonic() - begun > 600:
                    print("  (took %.0f s)" % (time.monotonic() - begun))
    print("%d steeper than 1.1" % steep)
    return 0


if __name__ == "__main__":
    sys.exit(main())
