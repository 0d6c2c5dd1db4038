"""Accounts of an archive's stories, and their tables."""
from __future__ import annotations

import itertools
from typing import Any, Iterator, Optional

import pyarrow
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from .. import _engine
from ..account import Account
from .articles import article_of, with_columns
from .batches import as_batches, rows_of

_ACCOUNT = pyarrow.schema([("story", pyarrow.string()), ("articles", pyarrow.int32()), ("account", pyarrow.string())])
_TYPES = {"int64": "long", "double": "double", "bool": "boolean", "date32[day]": "date", "string": "string"}


def report(articles: DataFrame, stories: Optional[DataFrame] = None, *, least: int = 2, most: int = 200) -> DataFrame:
    """The account of each story of `least` articles or more: `story`, `articles`, how many it is of, and `account`, as
    `hearsay report --format json` prints it. Of a story with more than `most` articles the first so many are told.

    `stories` is what `stories` made; without it `articles` has a column `story`, and `place` where their order matters.
    """
    rows = _in_stories(articles, stories)
    in_order = rows.repartition("story").sortWithinPartitions("story", "place", "id")
    return in_order.mapInArrow(_reporting(least, most), "story string, articles int, account string")


def tables(accounts: DataFrame, name: str) -> DataFrame:
    """One of the tables of all accounts ("claims", "points", "values", ...; `hearsay.Account.tables` lists them), with the story's id before
    its columns.
    """
    schema = Account(_engine.report([], b"", [], 1, None)).to_arrow(name).schema
    columns = ", ".join(f"`{field.name}` {_TYPES[str(field.type)]}" for field in schema)
    story = "in_story" if "story" in schema.names else "story"
    whole = pyarrow.schema([(story, pyarrow.string()), *((field.name, field.type) for field in schema)])

    def rows(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for row in rows_of(batches):
            table = Account.from_json(row["account"]).to_arrow(name)
            stories = pyarrow.array([row["story"]] * table.num_rows, pyarrow.string())
            yield from pyarrow.table([stories, *table.columns], schema=whole).to_batches()

    return accounts.select("story", "account").mapInArrow(rows, f"`{story}` string, {columns}")


def _in_stories(articles: DataFrame, stories: Optional[DataFrame]) -> DataFrame:
    if stories is None:
        placed = articles if "place" in articles.columns else articles.withColumn("place", F.lit(0))
        return with_columns(placed, ("story", "place"))
    members = stories.where(F.size("articles") > 1).select("story", F.posexplode("articles").alias("place", "id"))
    return with_columns(articles).join(members, "id")


def _reporting(least: int, most: int) -> Any:
    def reported(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        def rows() -> Iterator[tuple[str, int, str]]:
            for story, of_story in itertools.groupby(rows_of(batches), key=lambda row: row["story"]):
                articles = [article_of(row) for row in itertools.islice(of_story, most)]
                if len(articles) >= least:
                    yield story, len(articles), _engine.report(articles, b"", [], 1, None).to_json()

        yield from as_batches(rows(), _ACCOUNT)

    return reported
