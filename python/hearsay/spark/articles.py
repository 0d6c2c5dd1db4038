"""Articles as rows: read from archives, marked, and signed for grouping. Each row is worked on alone, so that these spread over any
number of machines without a shuffle.
"""
from __future__ import annotations

import collections
import datetime
import glob
import os
import pathlib
import statistics
import tempfile
import warnings
from typing import Any, Iterable, Iterator, Optional, Union

import pyarrow
from pyspark.sql import DataFrame, SparkSession

from .. import _engine
from ..errors import ReadWarning
from .batches import as_batches, rows_of

#: The columns of an article; `near` is the day near which an article without a date was read. Of a table from elsewhere `id` and `text`
#: are needed, and what else it has of these is used.
ARTICLE = ("id string, location string, outlet string, title string, published string, language string, text string, "
           "boilerplate array<struct<begin: int, end: int, why: string>>, address string, modified string, authors array<string>, "
           "stated_origins array<string>, statements array<struct<what: string, where: string>>, near string")
_FIELDS = [field.split()[0] for field in ("id, location, outlet, title, published, language, text, boilerplate, address, modified, "
                                          "authors, stated_origins, statements").split(",")]
_PART = pyarrow.struct([("begin", pyarrow.int32()), ("end", pyarrow.int32()), ("why", pyarrow.string())])
_STATEMENT = pyarrow.struct([("what", pyarrow.string()), ("where", pyarrow.string())])
_LISTS = {"boilerplate": pyarrow.list_(_PART), "authors": pyarrow.list_(pyarrow.string()),
          "stated_origins": pyarrow.list_(pyarrow.string()), "statements": pyarrow.list_(_STATEMENT)}
_ARTICLE = pyarrow.schema([(name, _LISTS.get(name, pyarrow.string())) for name in [*_FIELDS, "near"]])

_DOCUMENT = pyarrow.schema([("id", pyarrow.string()), ("document", pyarrow.string())])
_SIGNED = pyarrow.schema([("id", pyarrow.string()), ("day", pyarrow.int32()), ("at", pyarrow.int64()), ("dated", pyarrow.bool_()),
                          ("signature", pyarrow.binary()), ("bands", pyarrow.list_(pyarrow.int64()))])
_SIGNED_COLUMNS = "id string, day int, at long, dated boolean, signature binary, bands array<long>"

Paths = Union[str, "os.PathLike[str]", Iterable[Union[str, "os.PathLike[str]"]]]


def read_warc(paths: Paths, *, spark: Optional[SparkSession] = None) -> DataFrame:
    """The articles of archives (and of whatever else `hearsay read` reads), a task for each file.

    `paths` are files, folders or patterns, which every machine must see under the same path, or addresses that pyarrow has a file system
    for ("s3://bucket/crawl/", "hdfs://..."). What cannot be read is passed over with a ReadWarning in the log of its executor.
    """
    files = _files(paths)
    if not files:
        raise ValueError(f"no file is called {paths}")
    session = spark or SparkSession.builder.getOrCreate()
    return session.range(0, len(files), 1, len(files)).mapInArrow(_reader(files), ARTICLE)


def mark(articles: DataFrame, *, tokens: bool = False) -> DataFrame:
    """`id`, and `document`: the article with its marks as `hearsay mark --format json` prints it."""

    def marked(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        def rows() -> Iterator[tuple[str, str]]:
            for some in _in_groups(_articles_in(batches), 128):
                for article, document in zip(some, _engine.mark(some, 1, None)):
                    yield article.id, document.to_json(tokens)

        yield from as_batches(rows(), _DOCUMENT)

    return with_columns(articles).mapInArrow(marked, "id string, document string")


def sign(articles: DataFrame) -> DataFrame:
    """What grouping needs of each article, some 2 KB: `id`; `day`, `at` and `dated`, its place in the stream; the engine's `signature`;
    and `bands`, keys of which two articles have some in common where one has taken a passage from the other.
    """

    def signed(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        def rows() -> Iterator[tuple[Any, ...]]:
            for row in rows_of(batches):
                article = article_of(row)
                signature, seconds, bands = _engine.sign(article)
                at = seconds if seconds is not None else _begin_of(row["near"])
                yield article.id, None if at is None else at // 86400, at, seconds is not None, signature, bands

        yield from as_batches(rows(), _SIGNED)

    return with_columns(articles).mapInArrow(signed, _SIGNED_COLUMNS)


def article_of(row: dict[str, Any]) -> _engine.Article:
    """Of a row with all columns of ARTICLE."""
    values = dict(row)
    values["boilerplate"] = [(part["begin"], part["end"], part["why"]) for part in row["boilerplate"] or []]
    values["statements"] = [(one["what"], one["where"]) for one in row["statements"] or []]
    for name in ("authors", "stated_origins"):
        values[name] = row[name] or []
    values["location"] = row["location"] or row["id"]
    return _engine.article_of_fields(*(values[name] for name in _FIELDS))


def with_columns(articles: DataFrame, others: Iterable[str] = ()) -> DataFrame:
    """Only the columns of an article and `others`, those that are missing as nulls."""
    from pyspark.sql import functions as F
    from pyspark.sql.types import StructType

    if missing := {"id", "text", *others} - set(articles.columns):
        raise ValueError(f"the table has no column {', '.join(sorted(missing))}")
    wanted = {field.name: field.dataType for field in StructType.fromDDL(ARTICLE)}
    columns = [F.col(name).cast(kind) if name in articles.columns else F.lit(None).cast(kind).alias(name) for name, kind in wanted.items()]
    return articles.select(*columns, *others)


def _articles_in(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[_engine.Article]:
    return map(article_of, rows_of(batches))


def _in_groups(values: Iterator[Any], size: int) -> Iterator[list[Any]]:
    group: list[Any] = []
    for value in values:
        group.append(value)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group


def _begin_of(day: Optional[str]) -> Optional[int]:
    if day is None:
        return None
    return (datetime.date.fromisoformat(day) - datetime.date(1970, 1, 1)).days * 86400


def _reader(files: list[str]) -> Any:
    def read(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for batch in batches:
            for number in batch.column(0).to_pylist():
                yield from as_batches(_rows_in(files[number]), _ARTICLE)

    return read


def _rows_in(file: str) -> Iterator[tuple[Any, ...]]:
    with _Local(file) as path:
        clock = _Clock()
        stream = _engine.ArticleStream([path], 0, None, None, [], [], 1, False, False)
        while items := stream.next():
            for item in items:
                if isinstance(item, tuple):
                    warnings.warn(f"{item[0].replace(path, file)} {item[1]}", ReadWarning)
                    continue
                fields = list(_engine.fields_of_article(item))
                fields[1] = fields[1].replace(path, file)
                fields[7] = [{"begin": begin, "end": end, "why": why} for begin, end, why in fields[7]]
                fields[12] = [{"what": what, "where": where} for what, where in fields[12]]
                yield *fields, clock.near(fields[4])


class _Clock:
    """The middle one of the last days of publication seen in a file: about when its pages were fetched.

    >>> clock = _Clock()
    >>> [clock.near(day) for day in (None, "2031-04-07", "1970-01-01", "2031-04-08T06:40:00Z", None)]
    [None, None, None, None, '2031-04-07']
    """

    def __init__(self) -> None:
        self._days: collections.deque[str] = collections.deque(maxlen=33)

    def near(self, published: Optional[str]) -> Optional[str]:
        """Of an article without a date; None of any other."""
        if published is not None:
            self._days.append(published[:10])
            return None
        return statistics.median_low(self._days) if self._days else None


class _Local:
    """A file as one of this machine: itself, or while it is in use a copy of one from elsewhere."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._copy: Optional[str] = None

    def __enter__(self) -> str:
        if "://" not in self._file:
            return self._file
        from pyarrow import fs

        system, path = fs.FileSystem.from_uri(self._file)
        with tempfile.NamedTemporaryFile(prefix="hearsay-", suffix="-" + pathlib.PurePosixPath(path).name, delete=False) as copy:
            self._copy = copy.name
            with system.open_input_stream(path) as stream:
                while block := stream.read(1 << 20):
                    copy.write(block)
        return self._copy

    def __exit__(self, *_: object) -> None:
        if self._copy is not None:
            os.unlink(self._copy)


def _files(paths: Paths) -> list[str]:
    """In the order of their names; patterns and folders as what they hold."""
    several = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    found: list[str] = []
    for one in several:
        path = os.fspath(one)
        found += _files_elsewhere(path) if "://" in path else _files_here(path)
    return found


def _files_here(path: str) -> list[str]:
    matches = [path] if os.path.exists(path) else sorted(glob.glob(path, recursive=True))
    files: list[str] = []
    for match in map(os.path.abspath, matches):
        if os.path.isdir(match):
            files += sorted(str(file) for file in pathlib.Path(match).rglob("*") if file.is_file() and not file.name.startswith("."))
        else:
            files.append(match)
    return files


def _files_elsewhere(address: str) -> list[str]:
    from pyarrow import fs

    system, path = fs.FileSystem.from_uri(address)
    info = system.get_file_info(path)
    if info.type == fs.FileType.File:
        return [address]
    scheme = address.split("://", 1)[0]
    host = "" if scheme in ("file", "s3", "gs", "gcs") else address.split("://", 1)[1].split("/", 1)[0]
    inside = system.get_file_info(fs.FileSelector(path, recursive=True, allow_not_found=True))
    return sorted(f"{scheme}://{host}{one.path}" for one in inside if one.type == fs.FileType.File)
