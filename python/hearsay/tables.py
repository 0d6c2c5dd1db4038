"""The tables of an account for pandas, Arrow and Parquet: the same that `hearsay export` writes as CSV, workbook and database."""
from __future__ import annotations

import datetime
import os
import pathlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas
    import pyarrow

Cells = list
Columns = list  # of (name, kind, about, cells)


def to_arrow(name: str, columns: Columns) -> pyarrow.Table:
    """Typed by the column and not by its cells, so that the tables of all accounts have one schema. What a column holds stands in its
    field's metadata as "about".
    """
    import pyarrow

    types = {"whole_number": pyarrow.int64(), "number": pyarrow.float64(), "truth": pyarrow.bool_(), "day": pyarrow.date32()}
    fields, arrays = [], []
    for column, kind, about, cells in columns:
        type_ = types.get(kind, pyarrow.string())
        fields.append(pyarrow.field(column, type_, metadata={"about": about}))
        arrays.append(pyarrow.array(_days(cells) if kind == "day" else cells, type_))
    return pyarrow.table(arrays, schema=pyarrow.schema(fields, metadata={"hearsay.table": name}))


def to_pandas(columns: Columns) -> pandas.DataFrame:
    """Whole numbers and truths may be missing (Int64, boolean); days are datetime64."""
    import pandas

    types = {"whole_number": "Int64", "number": "float64", "truth": "boolean"}
    frame = {}
    for column, kind, _, cells in columns:
        series: Any = pandas.Series(cells, dtype=types.get(kind, object))
        frame[column] = pandas.to_datetime(series, format="%Y-%m-%d", errors="coerce") if kind == "day" else series
    return pandas.DataFrame(frame)


def write_parquet(tables: dict[str, pyarrow.Table], path: pathlib.Path) -> None:
    """One table into a file, or each into a file of its own in a folder. A file takes its place only when it is complete."""
    import pyarrow.parquet

    if len(tables) > 1:
        path.mkdir(exist_ok=True)
    for name, table in tables.items():
        place = path / f"{name}.parquet" if len(tables) > 1 else path
        unfinished = place.with_name(f".{place.name}.{os.getpid()}")
        try:
            pyarrow.parquet.write_table(table, unfinished, compression="zstd")
            unfinished.replace(place)
        finally:
            unfinished.unlink(missing_ok=True)


def _days(cells: Cells) -> list[datetime.date | None]:
    from .span import day_of

    return [day_of(cell) for cell in cells]
