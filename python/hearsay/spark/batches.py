"""Rows of Python in and out of Arrow's batches."""
from __future__ import annotations

import itertools
from typing import Any, Iterable, Iterator

import pyarrow

_ROWS = 512  # a batch: articles of some kilobytes, so that a few megabytes are under way


def rows_of(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[dict[str, Any]]:
    """Each row, as a dict by the names of the columns."""
    for batch in batches:
        for begin in range(0, batch.num_rows, _ROWS):
            yield from batch.slice(begin, _ROWS).to_pylist()


def as_batches(rows: Iterable[tuple[Any, ...]], schema: pyarrow.Schema) -> Iterator[pyarrow.RecordBatch]:
    """Rows whose values are in the order of the schema."""
    left = iter(rows)
    while some := list(itertools.islice(left, _ROWS)):
        columns = zip(*some)
        yield pyarrow.record_batch([pyarrow.array(column, kind) for column, kind in zip(columns, schema.types)], schema=schema)
