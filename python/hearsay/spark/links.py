"""Which nodes hang together by their edges."""
from __future__ import annotations

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
    logarithm of the longest way in rounds.
    """
    both = _cut(edges.union(edges.select(F.col("b").alias("a"), F.col("a").alias("b"))).distinct())
    labels = both.select(F.col("a").alias("node"), F.col("a").alias("root")).distinct()
    while True:
        of_neighbours = both.join(labels.select(F.col("node").alias("b"), F.col("root").alias("theirs")), "b")
        least = of_neighbours.groupBy(F.col("a").alias("node")).agg(F.min("theirs").alias("theirs"))
        nearer = _cut(labels.join(least, "node").select("node", F.col("root").alias("before"), F.least("root", "theirs").alias("root")))
        of_labels = nearer.select(F.col("node").alias("root"), F.col("root").alias("further"))
        jumped = _cut(nearer.join(of_labels, "root").select("node", "before", F.least("root", "further").alias("root")))
        labels = jumped.select("node", "root")
        if jumped.where("root <> before").limit(1).count() == 0:
            return labels


def _cut(frame: DataFrame) -> DataFrame:
    """Worked out, and without the plan that led to it, which would double with each round. In the checkpoint folder where there is one: only
    then does it outlive the machine that it is on.
    """
    reliable = frame.sparkSession.sparkContext.getCheckpointDir() is not None
    return frame.checkpoint() if reliable else frame.localCheckpoint()
