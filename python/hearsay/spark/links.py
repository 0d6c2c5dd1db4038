"""Which nodes hang together by their edges."""
from __future__ import annotations

from pyspark import StorageLevel
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

_FEW = 2_000_000  # edges; so many are put together sooner by the driver than by passing them between machines


def components(edges: DataFrame, session: SparkSession, few: int = _FEW) -> DataFrame:
    """`node` and `root`, the least node that leads to it, of every node in edges from `a` to `b`."""
    known = edges.limit(few + 1).collect()
    if len(known) > few:
        return _by_passing(edges)
    return session.createDataFrame(list(_by_union([(row["a"], row["b"]) for row in known]).items()), "node string, root string")


def _by_union(edges: list[tuple[str, str]]) -> dict[str, str]:
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in edges:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    return {node: root(node) for node in parent}


def _by_passing(edges: DataFrame) -> DataFrame:
    """Each node takes the least label among its neighbours', then that label's own label, until nothing changes: some twice the
    logarithm of the longest way in rounds."""
    both = edges.union(edges.select(F.col("b").alias("a"), F.col("a").alias("b"))).distinct().persist(StorageLevel.DISK_ONLY)
    labels = both.select(F.col("a").alias("node"), F.col("a").alias("root")).distinct()
    while True:
        of_neighbours = both.join(labels.select(F.col("node").alias("b"), F.col("root").alias("theirs")), "b")
        least = of_neighbours.groupBy(F.col("a").alias("node")).agg(F.min("theirs").alias("theirs"))
        nearer = labels.join(least, "node").select("node", F.least("root", "theirs").alias("root"))
        jumped = (nearer.join(nearer.select(F.col("node").alias("root"), F.col("root").alias("further")), "root")
                  .select("node", F.least("root", "further").alias("root")).persist(StorageLevel.DISK_ONLY))
        changed = jumped.join(labels.withColumnRenamed("root", "before"), "node").where("root <> before").limit(1).count()
        labels = jumped
        if changed == 0:
            return labels
