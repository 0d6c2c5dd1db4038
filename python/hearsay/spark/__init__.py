"""Hearsay on Apache Spark: archives of articles as DataFrames, read, marked, grouped and reported by the same engine.

Works on whatever pyspark 3.4 and later runs on, where this package is installed on every machine. docs/spark.md tells how.

>>> from hearsay import spark  # doctest: +SKIP
>>> articles = spark.read_warc("crawl/*.warc.gz")  # doctest: +SKIP
>>> stories = spark.stories(spark.sign(articles))  # doctest: +SKIP
>>> spark.tables(spark.report(articles, stories), "claims").write.parquet("claims")  # doctest: +SKIP
"""
from .accounts import report, tables
from .articles import ARTICLE, mark, read_warc, sign
from .grouping import stories
from .windows import Window, plan

__all__ = ["ARTICLE", "Window", "mark", "plan", "read_warc", "report", "sign", "stories", "tables"]
