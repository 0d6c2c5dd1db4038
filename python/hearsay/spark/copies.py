"""Copies of what lies further back than a window of time reads: candidates by keys that both articles have, then each pair compared by the
program's own rules.
"""
from __future__ import annotations

from typing import Any, Iterator, Sequence

import pyarrow
from pyspark.sql import DataFrame
from pyspark.sql import Window as Over
from pyspark.sql import functions as F

from .. import _engine
from .batches import as_batches, rows_of
from .windows import Window

_MOST_HOLDERS = 8  # of a key, the first: a passage that very many have is nobody's any more; as the program has it
_MOST_COMPARED = 12  # of an article; as the program has it
_LEAST_KEYS = 1
_COPY = pyarrow.schema([("earlier", pyarrow.string()), ("later", pyarrow.string()), ("joins", pyarrow.bool_()), ("told", pyarrow.string())])
_COPY_COLUMNS = "earlier string, later string, joins boolean, told string"


def far_copies(signed: DataFrame, windows: Sequence[Window], window_days: int) -> DataFrame:
    """`earlier` and `later`, the ids of two articles of which the later one's window did not read the earlier, not more than `window_days`
    apart; `joins`, whether they would be one story; `told`, a story's JSON with their copies.
    """
    pairs = _candidates(signed, windows, window_days)
    texts = signed.select("id", "signature")
    earlier = texts.select(F.col("id").alias("earlier"), F.col("signature").alias("earlier_signature"))
    later = texts.select(F.col("id").alias("later"), F.col("signature").alias("later_signature"))
    return pairs.join(earlier, "earlier").join(later, "later").mapInArrow(_comparing(window_days), _COPY_COLUMNS)


def _candidates(signed: DataFrame, windows: Sequence[Window], window_days: int) -> DataFrame:
    days = signed.sparkSession.createDataFrame([(one.begin, one.first, one.last) for one in windows], "begin int, first int, last int")
    keys = signed.where("day is not null").select("id", "day", "at", F.explode("bands").alias("band"))
    in_order = Over.partitionBy("band").orderBy("at", "id")
    keys = keys.withColumn("rank", F.row_number().over(in_order))
    holders = keys.where(F.col("rank") <= _MOST_HOLDERS).select("band", F.col("id").alias("earlier"), F.col("day").alias("earlier_day"))
    several = keys.where("rank = 2").select("band")
    asking = (keys.join(several, "band", "left_semi")
              .join(F.broadcast(days), (F.col("day") >= F.col("first")) & (F.col("day") <= F.col("last")))
              .select("band", F.col("id").alias("later"), F.col("day").alias("later_day"), "begin"))
    met = asking.join(holders, "band").where((F.col("earlier_day") < F.col("begin")) & (F.col("later_day") - F.col("earlier_day") <= window_days))
    common = met.groupBy("earlier", "later").count().where(F.col("count") >= _LEAST_KEYS)
    best = Over.partitionBy("later").orderBy(F.col("count").desc(), "earlier")
    return common.withColumn("rank", F.row_number().over(best)).where(F.col("rank") <= _MOST_COMPARED).select("earlier", "later")


def _comparing(window_days: int) -> Any:
    def compared(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        def rows() -> Iterator[tuple[Any, ...]]:
            for row in rows_of(batches):
                joins, told = _engine.compare(row["earlier_signature"], row["later_signature"], row["earlier"], row["later"], window_days)
                if '"copies":[]' not in told:
                    yield row["earlier"], row["later"], joins, told

        yield from as_batches(rows(), _COPY)

    return compared
