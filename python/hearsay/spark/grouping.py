"""Stories of an archive. Each window of time is grouped by the program's own grouping, after as many articles before it as the program
would still hold, and after those still further back from which it has text. What the windows found is put together by the articles that
several of them read.
"""
from __future__ import annotations

import collections
import itertools
import json
from typing import Any, Iterable, Iterator, Optional, Sequence

import pyarrow
from pyspark import StorageLevel
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from .. import _engine
from .batches import as_batches, rows_of
from .copies import far_back
from .links import components
from .windows import Window, plan

_STORY = pyarrow.schema([("story", pyarrow.string()), ("articles", pyarrow.list_(pyarrow.string())), ("told", pyarrow.string())])
_STORY_COLUMNS = "story string, articles array<string>, told string"
# A window's part of a story: `part` is its name, `articles` those of the window itself, each of `earlier` some articles before it that
# were one story before the window's own came, the latest first.
_PART = pyarrow.schema([("window", pyarrow.int32()), ("part", pyarrow.string()), ("articles", pyarrow.list_(pyarrow.string())),
                        ("earlier", pyarrow.list_(pyarrow.list_(pyarrow.string()))), ("told", pyarrow.string())])
_PART_COLUMNS = "window int, part string, articles array<string>, earlier array<array<string>>, told string"
_MOST_ASKED = 9  # articles of an earlier story


def stories(signed: DataFrame, *, window: int = 730, articles: int = 1_000_000, before: int = 1_000_000, far: bool = True,
            keep: bool = True) -> DataFrame:
    """The stories of what `sign` made: `story`, its id; `articles`, the ids in order of time; `told`, all of it as
    `hearsay group --format json` prints it.

    Up to so many `articles` are grouped in one task, exactly as the program does with a stream in order of time. More are cut into windows
    of whole days, each grouped after about so many `before` it; `far` says whether copies are also looked for beyond these, up to
    `window` days. `keep` holds `signed` on the executors' disks while it is used, several times: say no where it is read from files.
    """
    kept = signed.persist(StorageLevel.DISK_ONLY) if keep and not signed.is_cached else signed
    counts = {row["day"]: row["count"] for row in kept.groupBy("day").count().collect()}
    counts.pop(None, None)
    windows = list(plan(counts, articles=articles, before=before, days=window)) or [Window(0, 0, 0)]
    places = _places(kept.sparkSession, windows)
    placed = _near(kept, places, len(windows))
    if far and any(one.begin > windows[0].first for one in windows):
        placed = placed.unionByName(_far(kept, places, window))
    parts = _in_order(placed, len(windows)).mapInArrow(_grouping(window), _PART_COLUMNS)
    if len(windows) == 1:
        return parts.select(F.col("part").alias("story"), "articles", "told")
    return _put_together(parts.persist(StorageLevel.DISK_ONLY))


def _places(session: SparkSession, windows: Sequence[Window]) -> DataFrame:
    keys = _keys_of_partitions(session, len(windows))
    rows = [(number, keys[number], one.begin, one.first, one.last) for number, one in enumerate(windows)]
    return session.createDataFrame(rows, "window int, key int, begin int, first int, last int")


def _near(signed: DataFrame, places: DataFrame, windows: int) -> DataFrame:
    """Each article under each window that reads it. Those of which not even the day is known near which they were read come last of all."""
    day = F.col("day")
    read = day.isNotNull() & (day >= F.col("begin")) & (day <= F.col("last")) | day.isNull() & (F.col("window") == windows - 1)
    placed = signed.select("id", "day", "at", "dated", "signature").join(F.broadcast(places), read)
    own = day.isNull() | (day >= F.col("first"))
    return placed.select("window", "key", "at", "dated", "id", own.alias("own"), "signature")


def _far(signed: DataFrame, places: DataFrame, window_days: int) -> DataFrame:
    found = far_back(signed, places, window_days).join(F.broadcast(places.select("window", "key")), "window")
    return found.join(signed, "id").select("window", "key", "at", "dated", "id", F.lit(False).alias("own"), "signature")


def _in_order(placed: DataFrame, windows: int) -> DataFrame:
    """A window in a partition, in the stream's order."""
    in_partitions = placed.repartition(windows, "key")
    in_order = in_partitions.sortWithinPartitions("window", F.col("own"), F.col("at").asc_nulls_last(), F.col("dated").desc(), "id")
    return in_order.select("window", "own", "id", "signature")


def _keys_of_partitions(session: SparkSession, count: int) -> list[int]:
    """A number for each partition that Spark's hash sends there, so that no two windows meet in one while another is empty."""
    tried = session.range(0, 40 * count + 100).select(F.col("id").cast("int").alias("key"))
    chosen = tried.withColumn("partition", F.pmod(F.hash("key"), F.lit(count))).groupBy("partition").agg(F.min("key").alias("key")).collect()
    keys = {row["partition"]: row["key"] for row in chosen}
    return [keys.get(number, number) for number in range(count)]


def _grouping(window_days: int) -> Any:
    def grouped(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        def rows() -> Iterator[tuple[Any, ...]]:
            for window, of_window in itertools.groupby(rows_of(batches), key=lambda row: row["window"]):
                yield from _group_window(window, of_window, window_days)

        yield from as_batches(rows(), _PART)

    return grouped


def _group_window(window: int, rows: Iterable[dict[str, Any]], window_days: int) -> Iterator[tuple[Any, ...]]:
    grouper = _engine.Grouper(window_days)
    names: list[str] = []
    earlier: dict[int, int] = {}  # the stories before the window's own articles, by the articles' numbers
    first_own: Optional[int] = None
    waiting: list[bytes] = []
    for row in rows:
        if row["own"] and first_own is None:
            grouper.add(waiting)
            waiting = []
            first_own = len(names)
            if first_own > 0:
                earlier = {number: story for story, numbers in enumerate(grouper.numbers()) for number in numbers}
        names.append(row["id"])
        waiting.append(row["signature"])
        if len(waiting) == 256:
            grouper.add(waiting)
            waiting = []
    grouper.add(waiting)
    if first_own is None:
        return
    for told, numbers in grouper.stories(names):
        own = [names[number] for number in numbers if number >= first_own]
        if own:
            yield window, json.loads(told)["story"], own, _named(numbers, earlier, names), told


def _named(numbers: list[int], earlier: dict[int, int], names: list[str]) -> list[list[str]]:
    by_story: dict[int, list[str]] = collections.defaultdict(list)
    for number in reversed(numbers):
        if number in earlier and len(by_story[earlier[number]]) < _MOST_ASKED:
            by_story[earlier[number]].append(names[number])
    return list(by_story.values())


def _node(window: str = "window", part: str = "part") -> Any:
    return F.concat_ws(":", F.lpad(F.col(window).cast("string"), 9, "0"), F.col(part))


def _members(parts: DataFrame) -> DataFrame:
    return parts.select(_node().alias("earlier_node"), F.explode("articles").alias("id"))


def _by_common_articles(parts: DataFrame) -> DataFrame:
    """Joins each part of a story with the story of an earlier window that has most of the articles both read."""
    from pyspark.sql import Window as Over

    asked = parts.select(_node().alias("node"), F.posexplode("earlier").alias("number", "ids")).select("node", "number", F.explode("ids").alias("id"))
    votes = asked.join(_members(parts), "id").groupBy("node", "number", "earlier_node").count()
    best = Over.partitionBy("node", "number").orderBy(F.col("count").desc(), "earlier_node")
    return (votes.withColumn("rank", F.row_number().over(best)).where("rank = 1")
            .select(F.col("node").alias("a"), F.col("earlier_node").alias("b")))


def _put_together(parts: DataFrame) -> DataFrame:
    edges = _by_common_articles(parts).persist(StorageLevel.DISK_ONLY)
    roots = components(edges, parts.sparkSession)
    linked = edges.select(F.col("a").alias("node")).distinct().withColumn("has_earlier", F.lit(True))
    rows = (parts.select(_node().alias("node"), "window", "articles", "told").join(roots, "node", "left").join(linked, "node", "left")
            .withColumn("root", F.coalesce("root", "node")).withColumn("has_earlier", F.coalesce("has_earlier", F.lit(False))))
    return rows.repartition("root").sortWithinPartitions("root", "window", "node").mapInArrow(_joining, _STORY_COLUMNS)


def _joining(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
    def rows() -> Iterator[tuple[Any, ...]]:
        for _, of_story in itertools.groupby(rows_of(batches), key=lambda row: row["root"]):
            yield _joined(list(of_story))

    yield from as_batches(rows(), _STORY)


def _joined(parts: list[dict[str, Any]]) -> tuple[str, list[str], str]:
    """A story of its parts, in order of time."""
    if len(parts) == 1:
        return parts[0]["node"].split(":", 1)[1], parts[0]["articles"], parts[0]["told"]
    whole: Optional[dict[str, Any]] = None
    articles: list[str] = []
    copies: list[dict[str, Any]] = []
    merged: dict[str, str] = {}
    for part in parts:
        told, own = json.loads(part["told"]), set(part["articles"])
        if whole is None:
            whole = told
        elif not part["has_earlier"]:
            merged[told["story"]] = "in a later window of time, articles of both are in one story"
        articles += part["articles"]
        copies += [copy for copy in told["copies"] if copy["to"] in own]
        for other in told.get("merged", []):
            merged.setdefault(other["story"], other["why"])
    assert whole is not None
    merged.pop(whole["story"], None)
    whole = {key: value for key, value in whole.items() if key != "merged"} | {"articles": articles, "copies": copies}
    if merged:
        whole["merged"] = [{"story": story, "why": why} for story, why in merged.items()]
    return whole["story"], articles, json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
