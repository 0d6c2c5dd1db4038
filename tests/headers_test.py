#!/usr/bin/env python3
"""Every header compiles alone: it includes what it uses."""
import argparse
import concurrent.futures
import hashlib
import os
import pathlib
import subprocess
import sys

def compiles_alone(compiler, source, header):
    text = f'#include "{header.relative_to(source)}"\n#include "{header.relative_to(source)}"\n'
    done = subprocess.run([compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", f"-I{source}", "-x", "c++", "-"],
                          input=text, capture_output=True, text=True)
    return done.stderr if done.returncode else ""


def fingerprint(source, headers):
    """Of all headers: when none has changed since the last good run, there is nothing to compile again."""
    digest = hashlib.sha256()
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
    now = fingerprint(source, headers)
    if mark.exists() and mark.read_text() == now:
        print(f"{len(headers)} headers, none changed since they last compiled alone")
        return
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        errors = [e for e in pool.map(lambda h: compiles_alone(args.compiler, source, h), headers) if e]
    print(f"{len(headers)} headers, {len(errors)} do not compile alone")
    if errors:
        sys.exit("\n".join(errors))
    mark.write_text(now)


if __name__ == "__main__":
    main()
