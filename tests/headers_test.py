#!/usr/bin/env python3
"""Every header compiles alone: it includes what it uses.

A header that the source of its name includes before anything else is compiled alone by the build itself; the others are
compiled here. Where the build precompiles the standard library's headers, it does not show that one of those is missing:
the builds with the sanitizers do, which go without.
"""
import argparse
import concurrent.futures
import hashlib
import os
import pathlib
import re
import subprocess
import sys

def comes_first(source, header):
    """Does the source of the header's name include it before anything else?"""
    own = header.with_suffix(".cpp")
    if not own.exists():
        return False
    first = re.search(r'^#include [<"]([^>"]+)[>"]', own.read_text(), re.MULTILINE)
    return first is not None and first.group(1) == str(header.relative_to(source))


def compiles_alone(compiler, source, header):
    text = f'#include "{header.relative_to(source)}"\n#include "{header.relative_to(source)}"\n'
    done = subprocess.run([compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", f"-I{source}", "-x", "c++", "-"],
                          input=text, capture_output=True, text=True)
    return done.stderr if done.returncode else ""


def fingerprint(source, headers, others):
    """Of all headers, and of which are compiled here: when neither has changed since the last good run, nothing is done."""
    digest = hashlib.sha256(repr([str(header) for header in others]).encode())
    for header in headers:
        digest.update(str(header.relative_to(source)).encode() + b"\0" + header.read_bytes())
    return digest.hexdigest()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--source", type=pathlib.Path, required=True)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--compiler", required=True)
    args = parser.parse_known_args()[0]
    source = args.source / "src"
    headers = sorted(source.rglob("*.h"))
    if not headers:
        sys.exit("no headers were found")
    mark = args.build / "headers.good"
    others = [header for header in headers if not comes_first(source, header)]
    now = fingerprint(source, headers, others)
    if mark.exists() and mark.read_text() == now:
        print(f"{len(headers)} headers, none changed since they last compiled alone")
        return
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        errors = [e for e in pool.map(lambda h: compiles_alone(args.compiler, source, h), others) if e]
    print(f"{len(headers)} headers, {len(others)} of them in no source's first line; {len(errors)} do not compile alone")
    if errors:
        sys.exit("\n".join(errors))
    mark.write_text(now)


if __name__ == "__main__":
    main()
