#!/usr/bin/env python3
"""What readers of a desk wait for while it is written: 16 clients ask a server, and articles come in.

Builds a store of --articles invented articles, some 100 words each, without accounts (bench_desk measures those), serves it, and
prints the median and the slowest hundredth of --requests questions of each kind.
"""
import argparse
import http.client
import pathlib
import queue
import statistics
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tests"))
import invented_stream  # noqa: E402

CLIENTS = 16


def ask_all(port, paths):
    """Seconds that each took, in any order; one connection a client."""
    waiting, took = queue.SimpleQueue(), []
    for path in paths:
        waiting.put(path)

    def client():
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        while True:
            try:
                path = waiting.get_nowait()
            except queue.Empty:
                return
            begun = time.perf_counter()
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            took.append(time.perf_counter() - begun)
            if answer.getheader("Connection") == "close":
                connection.close()

    clients = [threading.Thread(target=client) for _ in range(CLIENTS)]
    for one in clients:
        one.start()
    for one in clients:
        one.join()
    return took


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--requests", type=int, default=1000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store, stream, more = (str(pathlib.Path(folder) / name) for name in ("desk.db", "stream.jsonl", "more.jsonl"))
        ingest = [arguments.program, "ingest", "--quiet", "--no-accounts", "--store", store]
        made = invented_stream.articles(arguments.articles)
        invented_stream.write(stream, made)
        invented_stream.write(more, [{**one, "id": "m" + one["id"], "url": one["url"] + "/m", "published": "2032" + one["published"][4:]}
                                     for one in invented_stream.articles(arguments.articles, seed=2)])
        begun = time.perf_counter()
        subprocess.run([*ingest, stream], check=True)
        print(f"ingest: {1000 * (time.perf_counter() - begun) / arguments.articles:.2f} ms an article, "
              f"{pathlib.Path(store).stat().st_size / arguments.articles / 1000:.2f} KB")
        ids = [article["id"] for article in made[-250:]]
        server = subprocess.Popen([arguments.program, "serve", "--store", store, "--port", "0"], stdout=subprocess.PIPE, text=True)
        port = int(server.stdout.readline().rsplit(":", 1)[1].strip("/\n"))
        writer = subprocess.Popen([*ingest, more])
        count = arguments.requests
        word = made[-1]["title"].split()[2].lower()
        for name, paths in (("story list", ["/api/stories"] * count), ("search, a rare word", [f"/api/stories?search={word}"] * count),
                            ("search, a word that all have", ["/api/stories?search=people+hurt"] * count),
                            ("article", [f"/api/articles?id={ids[i % len(ids)]}" for i in range(count)]),
                            ("list page", ["/"] * count)):
            took = sorted(ask_all(port, paths))
            busy = "while it is written" if writer.poll() is None else "at rest"
            print(f"{name}: {1000 * statistics.median(took):.1f} ms, slowest hundredth {1000 * took[int(len(took) * .99)]:.1f} ms, {busy}")
        writer.kill()
        writer.wait()
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
