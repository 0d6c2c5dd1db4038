"""Tables for pandas, Arrow and Parquet are those of the CSV."""
import csv
import datetime
import io

import hearsay
import pandas
import pyarrow
import pyarrow.parquet
import pytest


@pytest.fixture(scope="module")
def account():
    return hearsay.report("examples/harbour-fire")


def plain(value):
    """A cell as CSV has it."""
    if value is None or value is pandas.NaT or value is pandas.NA or value != value:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.strftime("%Y-%m-%d")
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


def test_every_cell_of_every_table(account):
    for name in account.tables:
        rows = list(csv.reader(io.StringIO(account.export("csv", table=name).decode(), newline="")))
        expected = [[cell[1:] if cell[:2] in ("'=", "'+", "'-", "'@") else cell for cell in row] for row in rows[1:]]
        arrow, frame = account.to_arrow(name), account.to_pandas(name)
        assert arrow.column_names == list(frame.columns) == rows[0]
        assert [[plain(row[column]) for column in rows[0]] for row in arrow.to_pylist()] == expected
        assert [[plain(value) for value in row] for row in frame.astype(object).itertuples(index=False)] == expected


def test_parquet_reads_back_the_same(account, tmp_path):
    account.to_parquet(tmp_path / "tables")
    assert {path.stem for path in (tmp_path / "tables").iterdir()} == set(account.tables)
    for name in account.tables:
        assert pyarrow.parquet.read_table(tmp_path / "tables" / f"{name}.parquet").equals(account.to_arrow(name), check_metadata=True)
    account.to_parquet(tmp_path / "claims.parquet", "claims")
    assert len(pandas.read_parquet(tmp_path / "claims.parquet")) == len(account.claims)
    account.save(tmp_path / "story.parquet")
    assert (tmp_path / "story.parquet").read_bytes() == (tmp_path / "claims.parquet").read_bytes()


def test_a_schema_does_not_depend_on_the_story(account):
    other = hearsay.report(hearsay.Article.of_text("Rain fell."))
    for name in account.tables:
        assert other.to_arrow(name).schema.equals(account.to_arrow(name).schema, check_metadata=True)
    assert account.to_arrow("values").schema.field("first_day").type == pyarrow.date32()
    assert account.to_arrow("claims").schema.field("text").metadata[b"about"].startswith(b"The words")


def test_tables_of_several_stories_are_one(account):
    both = pyarrow.concat_tables([account.to_arrow("points"), hearsay.report("examples/depot-shelling").to_arrow("points")])
    assert both.num_rows > len(account.points)
