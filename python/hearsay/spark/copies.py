"""What a window of time should know of what lies further back than it reads: the articles from which some of its own may have taken text."""
from __future__ import annotations

from pyspark.sql import DataFrame
from pyspark.sql import Window as Over
from pyspark.sql import functions as F

_MOST_HOLDERS = 8  # of a key, the first: a passage that very many have is nobody's any more; as the program has it
_MOST_COMPARED = 12  # with one article; as the program has it


def far_back(signed: DataFrame, places: DataFrame, window_days: int) -> DataFrame:
    """`id` of an article and `window` of one that may have text from it, more than one key in common or the only one it has, not more than
    `window_days` later, where that window (of `places`: window, begin, first, last) does not read so far back.

    Candidates come from the keys that both have. Of a key's articles only the first few are met by the others, so that a passage that a
    million articles have costs no more than a million rows.
    """
    keys = signed.where("day is not null").select("id", "day", "at", F.explode("bands").alias("band"))
    keys = keys.withColumn("rank", F.row_number().over(Over.partitionBy("band").orderBy("at", "id")))
    holders = keys.where(F.col("rank") <= _MOST_HOLDERS).select("band", F.col("id").alias("earlier"), F.col("day").alias("earlier_day"))
    asking = (keys.where("rank > 1").join(F.broadcast(places), (F.col("day") >= F.col("first")) & (F.col("day") <= F.col("last")))
              .select("band", F.col("id").alias("later"), F.col("day").alias("later_day"), "window", "begin"))
    too_far = (F.col("earlier_day") < F.col("begin")) & (F.col("later_day") - F.col("earlier_day") <= window_days)
    met = asking.join(holders, "band").where(too_far).groupBy("earlier", "later", "window").count()
    best = Over.partitionBy("later").orderBy(F.col("count").desc(), "earlier")
    kept = met.withColumn("rank", F.row_number().over(best)).where(F.col("rank") <= _MOST_COMPARED)
    return kept.select(F.col("earlier").alias("id"), "window").distinct()
