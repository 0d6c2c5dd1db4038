#!/usr/bin/env python3
"""What Spark costs beside the program: articles a second, and processor time, of marking, signing and grouping the same articles.

    build/consumers/bin/python bench/spark.py --program build/release/hearsay --package build/release/python [--articles 6000]

The program on one thread and on two; a standalone cluster of this machine with one worker and with two, of a core each. Where others
use the machine too, only the processor time says anything: throughput is told twice, by the clock and by processor seconds. What starts
the cluster and loads the models is told apart, as it is spent once.
"""
import argparse
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(SOURCE / "tests"))

import invented_archive  # noqa: E402
import spark_cluster  # noqa: E402

_FILES = 16
_TICK = os.sysconf("SC_CLK_TCK")


def write_articles(folder, count):
    """Articles of the length of reports, four of the archive's in one, in sixteen files, and all in one."""
    made = invented_archive.archive(4 * count)
    rows = []
    for number in range(count):
        several = made[4 * number:4 * number + 4]
        rows.append(several[0] | {"text": "\n\n".join(article["text"] for article in several)})
    for part in range(_FILES):
        lines = [json.dumps(row) + "\n" for row in rows[part * count // _FILES:(part + 1) * count // _FILES]]
        (folder / f"part{part:02}.jsonl").write_text("".join(lines))
    return sum(len(row["text"].split()) for row in rows) / count


def stat_of(pid):
    """(parent, seconds of the process and of its children that have ended)."""
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return int(fields[1]), sum(map(int, fields[11:15])) / _TICK


def seconds_below(roots):
    """Processor seconds of these processes and all below them."""
    known = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                known[int(entry)] = stat_of(int(entry))
            except OSError:
                pass
    below = set(roots)
    while more := {pid for pid, (parent, _) in known.items() if parent in below} - below:
        below |= more
    return sum(known[pid][1] for pid in below if pid in known)


def run_program(program, folder, command, threads):
    files = sorted(map(str, folder.glob("part*.jsonl")))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.monotonic()
    subprocess.run([program, command, "--threads", str(threads), "--format", "json", *files], stdout=subprocess.DEVNULL, check=True)
    wall = time.monotonic() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def run_cluster(folder, package, workers, jobs):
    """{job: (wall, processor seconds of the workers)}, each after a first run of it on one file."""
    from hearsay import spark

    with spark_cluster.Cluster(folder / f"cluster{workers}", package, workers=workers) as cluster:
        session = cluster.session()
        try:
            return {name: _timed(job, spark, cluster, folder) for name, job in jobs.items()}
        finally:
            session.stop()


def _timed(job, spark, cluster, folder):
    roots = [process.pid for process in cluster.workers]
    begun, before = time.monotonic(), seconds_below(roots)
    job(spark, [folder / "part00.jsonl", folder / "part01.jsonl"])
    first = time.monotonic() - begun, seconds_below(roots) - before
    begun, before = time.monotonic(), seconds_below(roots)
    job(spark, folder / "part*.jsonl")
    return (time.monotonic() - begun, seconds_below(roots) - before), first


def do(frame):
    frame.write.format("noop").mode("overwrite").save()


JOBS = {"mark": lambda spark, paths: do(spark.mark(spark.read_warc(paths))),
        "group": lambda spark, paths: do(spark.stories(spark.sign(spark.read_warc(paths))))}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--package", required=True)
    parser.add_argument("--articles", type=int, default=6000)
    parser.add_argument("--jobs", nargs="+", choices=JOBS, default=list(JOBS))
    arguments = parser.parse_args()
    package = str(pathlib.Path(arguments.package).resolve())
    sys.path.insert(0, package)
    os.environ.update(PYTHONPATH=package, HEARSAY_CONFIG="")
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        words = write_articles(folder, arguments.articles)
        print(f"{arguments.articles} articles of {words:.0f} words")
        alone = {(job, threads): run_program(arguments.program, folder, job, threads) for job in arguments.jobs for threads in (1, 2)}
        clusters = {workers: run_cluster(folder, package, workers, {job: JOBS[job] for job in arguments.jobs}) for workers in (1, 2)}
    for job in arguments.jobs:
        base_wall, base_cpu = alone[job, 1]
        print(f"\n{job}" + " " * (24 - len(job)) + "seconds  processor  articles/s  articles/processor s  processor beside the program")
        for name, (wall, cpu) in [("program, 1 thread", alone[job, 1]), ("program, 2 threads", alone[job, 2]),
                                  *((f"Spark, {workers} worker{'s' * (workers > 1)}", clusters[workers][job][0]) for workers in (1, 2))]:
            print(f"{name:22} {wall:8.1f} {cpu:10.1f} {arguments.articles / wall:11.0f} {arguments.articles / cpu:21.0f} "
                  f"{100 * (cpu / base_cpu - 1):+27.1f} %")
        one, two = (clusters[workers][job][0] for workers in (1, 2))
        print(f"two workers beside one: {one[0] / two[0] / 2:.2f} of linear by the clock, {one[1] / two[1]:.2f} by processor time; "
              f"first run {clusters[1][job][1][1]:.1f} processor s")


if __name__ == "__main__":
    main()
