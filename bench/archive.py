#!/usr/bin/env python3
"""Reads a large WARC.gz of generated pages: articles and megabytes a second, and the memory it takes.

    bench/archive.py --program build/release/hearsay [--megabytes 1024] [--threads 1]

The archive is made in a temporary folder, --megabytes packed. The peak memory must not grow with it.
"""

import argparse
import gzip
import os
import random
import resource
import subprocess
import tempfile
import time

WORDS = ("bridge river town council boat ferry monday evening closed opened said added report mayor harbour water police "
         "road school fire rescue crew people twelve hundred under over after before near").split()


def page(rng):
    def sentence():
        return " ".join(rng.choice(WORDS) for _ in range(rng.randint(8, 25))).capitalize() + "."
    body = "".join("<p>%s</p>" % " ".join(sentence() for _ in range(4)) for _ in range(12))
    menu = "".join("<li class='item-%d'><a href='/%d'>%s</a></li>" % (i, i, rng.choice(WORDS)) for i in range(120))
    return ("<html lang=en><head><title>%s</title><meta property='article:published_time' content='2031-05-05'></head>"
            "<body><nav><ul>%s</ul></nav><h1>Headline</h1><div class='article-body'>%s</div><footer>Imprint</footer></body>"
            "</html>" % (sentence(), menu, body)).encode()


def packed(content):
    return gzip.compress(content, 6, mtime=0)


def stored(content):
    """A gzip member that is stored, not packed."""
    return gzip.compress(content, 0, mtime=0)


def contents(rng):
    """Pages to choose from, packed once: packing takes longer than anything that is measured here."""
    for _ in range(400):
        content = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(rng)
        yield len(content), packed(content + b"\r\n\r\n")


def write_archive(path, wanted_bytes, rng):
    """Every record has an id and an address of its own. Returns how many there are."""
    pages = list(contents(rng))
    number = 0
    with open(path, "wb") as f:
        while f.tell() < wanted_bytes:
            size, content = pages[number % len(pages)]
            head = ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%d>\r\n"
                    "WARC-Target-URI: https://a.example/%d\r\nContent-Length: %d\r\n\r\n" % (number, number, size))
            f.write(stored(head.encode()) + content)
            number += 1
    return number


def run(command):
    """Seconds and seconds of processor."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - begun, used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--program", required=True)
    options.add_argument("--megabytes", type=int, default=1024)
    options.add_argument("--threads", default="1")
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = os.path.join(folder, "made.warc.gz")
        articles = write_archive(archive, options.megabytes << 20, random.Random(1))
        size = os.path.getsize(archive) / (1 << 20)
        unpack, unpack_cpu = run(["gzip", "-dc", archive])
        seconds, cpu = run([options.program, "read", "--threads", options.threads, "--format", "json", archive])
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print("%.0f MB packed, %d articles, %s threads: %.1f s (%.1f s of processor), %.0f articles a second, peak memory %.0f MB;\n"
          "gzip -d alone %.1f s (%.1f s of processor): %.1f times as long, %.1f times the processor"
          % (size, articles, options.threads, seconds, cpu, articles / seconds, memory, unpack, unpack_cpu,
             seconds / unpack, cpu / unpack_cpu))


if __name__ == "__main__":
    main()
