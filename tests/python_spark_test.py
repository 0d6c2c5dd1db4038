#!/usr/bin/env python3
"""hearsay.spark on a standalone cluster of a master and two workers gives what the program gives, also where a worker is killed."""
import collections
import doctest
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from arguments import parse
from consumers import need_packages, skip
import spark_cluster

need_packages("pyspark", "pyarrow")
ARGUMENTS = parse(__doc__)
PACKAGE = pathlib.Path(ARGUMENTS.build, "python").resolve()
if not list(PACKAGE.glob("hearsay/_engine*.so")):
    skip("this build has no Python module (./set-up checks)")
if missing := spark_cluster.why_not():
    skip(missing)
sys.path[:0] = [str(PACKAGE), str(ARGUMENTS.source / "bench")]
os.environ["PYTHONPATH"] = str(PACKAGE)
os.chdir(ARGUMENTS.source)
ARTICLES = int(os.environ.get("HEARSAY_SPARK_ARTICLES", "600"))  # 20,000 in docs/spark.md
WINDOWS = {"articles": ARTICLES // 4, "before": ARTICLES // 4}

import hearsay  # noqa: E402
from hearsay import spark  # noqa: E402
from hearsay.spark import articles, windows  # noqa: E402
from hearsay.spark.links import components  # noqa: E402
import invented_archive  # noqa: E402
import invented_stream  # noqa: E402
import spark_windows  # noqa: E402


def program(*words):
    done = subprocess.run([ARGUMENTS.program, *map(str, words)], capture_output=True, check=True, env={**os.environ, "HEARSAY_CONFIG": ""})
    return done.stdout.decode().splitlines()


def told(stories):
    return sorted(row["told"] for row in stories.select("told").collect())


def pairs(lines):
    """The pairs of articles that are in one story."""
    found = set()
    for line in lines:
        ids = sorted(json.loads(line)["articles"])
        found.update((a, b) for place, a in enumerate(ids) for b in ids[place + 1:])
    return found


class OnACluster(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.place.name)
        cls.addClassCleanup(cls.place.cleanup)
        cls.cluster = cls.enterClassContext(spark_cluster.Cluster(cls.folder / "cluster", PACKAGE))
        cls.session = cls.cluster.session()
        cls.addClassCleanup(cls.session.stop)
        cls.archive = invented_archive.archive(ARTICLES)
        # In four files, each of which a task reads.
        for part in range(4):
            invented_stream.write(cls.folder / f"part{part}.jsonl", cls.archive[part::4])
        invented_stream.write(cls.folder / "all.jsonl", cls.archive)
        cls.grouped = program("group", "--format", "json", cls.folder / "all.jsonl")
        rows = spark_windows.sign(hearsay.read_all(cls.folder / "all.jsonl"))
        planned = spark.plan(collections.Counter(row["day"] for row in rows), **WINDOWS)
        cls.windowed = sorted(json.dumps(story, ensure_ascii=False, separators=(",", ":")) for story in spark_windows.stories(rows, planned, True))
        cls.articles = spark.read_warc(cls.folder / "part*.jsonl")
        cls.signed = spark.sign(cls.articles)

    def test_a_stories_are_the_programs(self):
        self.assertEqual(told(spark.stories(self.signed)), sorted(self.grouped))
        self.assertGreater(len(self.grouped), ARTICLES // 20)

    def test_b_stories_in_windows_are_those_of_one_process_and_nearly_the_programs(self):
        lines = told(spark.stories(self.signed, **WINDOWS))
        self.assertEqual(lines, self.windowed, "as put together without Spark")
        found, expected = pairs(lines), pairs(self.grouped)
        ids = [id for line in lines for id in json.loads(line)["articles"]]
        self.assertEqual(sorted(ids), sorted(article["id"] for article in self.archive), "each article is in one story")
        self.assertGreater(len(found & expected), 0.9 * len(expected))
        self.assertGreater(len(found & expected), 0.9 * len(found))
        self.assertNotEqual(lines, sorted(self.grouped), "windows so small cut something")

        months = {article["id"]: article["published"][:7] for article in self.archive}
        ours, theirs = ({(copy["from"], copy["to"]) for line in some for copy in json.loads(line)["copies"]} for some in (lines, self.grouped))
        far = {pair for pair in theirs if months[pair[0]] != months[pair[1]]}
        self.assertGreater(len(far), ARTICLES // 100)
        self.assertGreater(len(far & ours), 0.85 * len(far), "found by their keys")

    def test_d_an_archive_of_pages(self):
        made = self.archive[: ARTICLES // 4]
        for part in range(2):
            invented_archive.write_warc(self.folder / f"crawl{part}.warc.gz", made[part::2])
        articles = spark.read_warc([self.folder / "crawl0.warc.gz", self.folder / "crawl1.warc.gz"])
        read = program("read", "--format", "json", self.folder / "crawl0.warc.gz", self.folder / "crawl1.warc.gz")
        rows = {row["id"]: row for row in articles.collect()}
        self.assertEqual(len(read), len(made))
        for line in map(json.loads, read):
            row = rows[line["id"]].asDict(recursive=True)
            self.assertEqual({key: row[key] for key in ("outlet", "title", "published", "language", "text", "boilerplate")},
                             {key: line[key] for key in ("outlet", "title", "published", "language", "text", "boilerplate")})
        in_order = sorted(read, key=lambda line: json.loads(line)["published"])
        (self.folder / "read.jsonl").write_text("".join(line + "\n" for line in in_order))
        self.assertEqual(told(spark.stories(spark.sign(articles))), sorted(program("group", "--format", "json", self.folder / "read.jsonl")))

    def test_e_documents_accounts_and_tables_are_the_programs(self):
        articles = spark.read_warc("examples/harbour-fire")
        documents = sorted(row["document"] for row in spark.mark(articles).collect())
        self.assertEqual(documents, sorted(program("mark", "--format", "json", pathlib.Path("examples/harbour-fire").resolve())))
        accounts = spark.report(articles, spark.stories(spark.sign(articles)))
        [account] = accounts.collect()
        [alone] = program("report", "--quiet", "--format", "json", pathlib.Path("examples/harbour-fire").resolve())
        ours, theirs = json.loads(account["account"]), json.loads(alone)
        self.assertEqual(account["articles"], 6)
        self.assertEqual(sorted(claim["text"] for claim in ours["claims"]), sorted(claim["text"] for claim in theirs["claims"]))
        folder = self.folder / "claims"
        spark.tables(accounts, "claims").write.parquet(str(folder))
        claims = self.session.read.parquet(str(folder)).collect()
        self.assertEqual({row["claim"] for row in claims}, {claim["id"] for claim in json.loads(account["account"])["claims"]})

    def test_f_a_table_from_elsewhere(self):
        rows = [("a", "Two people were hurt in Ostrel on Monday.", "2031-04-07"), ("b", "Rain fell in Ostrel.", None)]
        articles = self.session.createDataFrame(rows, "id string, text string, published string")
        self.assertEqual(sorted(id for row in spark.stories(spark.sign(articles)).collect() for id in row["articles"]), ["a", "b"])
        self.assertIn("Ostrel", spark.mark(articles).where("id = 'b'").collect()[0]["document"])
        with self.assertRaisesRegex(ValueError, "no column text"):
            spark.mark(articles.drop("text"))

    def test_g_components_come_out_the_same_by_the_driver_and_by_passing(self):
        rows = [(f"n{a:03}", f"n{b:03}") for a, b in [(1, 2), (2, 3), (9, 8), (8, 7), (7, 3), (20, 21), (40, 20), (50, 51)]]
        rows += [(f"m{number:03}", f"m{number + 1:03}") for number in range(9)]
        edges = self.session.createDataFrame(rows, "a string, b string")
        ways = [sorted(map(tuple, components(edges, self.session, few=few).collect())) for few in (1000, 3)]
        self.assertEqual(*ways)
        self.assertIn(("n009", "n001"), ways[0])
        self.assertIn(("m009", "m000"), ways[0])

    def test_h_examples_in_the_docstrings(self):
        for module in (articles, windows):
            results = doctest.testmod(module)
            self.assertEqual((results.failed, results.attempted > 0), (0, True))

    def test_z_a_worker_killed_in_the_middle_changes_nothing(self):
        result = []

        def work():
            result.append(told(spark.stories(spark.sign(self.articles.repartition(24)), **WINDOWS)))

        thread = threading.Thread(target=work)
        tracker = self.session.sparkContext.statusTracker()
        thread.start()
        until = time.monotonic() + 60
        while time.monotonic() < until and not any(
                0 < info.numCompletedTasks < info.numTasks for stage in tracker.getActiveStageIds() if (info := tracker.getStageInfo(stage))):
            time.sleep(0.02)
        self.cluster.kill_worker(1)
        self.assertTrue(thread.is_alive(), "it was in the middle")
        thread.join(240)
        self.assertEqual(result, [self.windowed])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
