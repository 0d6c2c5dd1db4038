#!/usr/bin/env python3
"""Reads a large WARC.gz of generated pages: articles and megabytes a second, and the memory it takes.

    bench/archive.py --program build/release/hearsay [--megabytes 1024]

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


def record(number, rng):
    content = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(rng)
    head = ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%d>\r\nWARC-Target-URI: https://a.example/%d\r\n"
            "Content-Length: %d\r\n\r\n" % (number, number, len(content))).encode()
    return gzip.compress(head + content + b"\r\n\r\n", 6)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--program", required=True)
    options.add_argument("--megabytes", type=int, default=1024)
    options = options.parse_args()
    rng = random.Random(1)
    block = b"".join(record(i, rng) for i in range(400))
    with tempfile.TemporaryDirectory() as folder:
        archive = os.path.join(folder, "made.warc.gz")
        with open(archive, "wb") as f:
            while f.tell() < options.megabytes << 20:
                f.write(block)
        size = os.path.getsize(archive) / (1 << 20)
        begun = time.monotonic()
        with open(os.devnull, "wb") as sink:
            subprocess.run([options.program, "read", "--format", "json", archive], stdout=sink, check=True)
        seconds = time.monotonic() - begun
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        unpack = time.monotonic()
        with gzip.open(archive) as f:
            while f.read(1 << 20):
                pass
        unpack = time.monotonic() - unpack
    articles = 400 * size * (1 << 20) / len(block)
    print("%.0f MB packed, %.0f articles: %.1f s (%.1f s of processor), %.0f articles a second, peak memory %.0f MB; "
          "unpacking alone takes Python %.1f s" % (size, articles, seconds, used.ru_utime, articles / seconds,
                                                  used.ru_maxrss / 1024, unpack))


if __name__ == "__main__":
    main()
