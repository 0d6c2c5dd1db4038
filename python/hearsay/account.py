"""A story's account: what is claimed, who says so, who only repeats it, and where the reports differ."""
from __future__ import annotations

import datetime
import html
import json
import os
import pathlib
import warnings
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Iterable, Union

from . import _engine, tables
from .article import Article, Source, articles_of, thread_count
from .errors import AccountError, CorrectionWarning, Error, UnknownNameError
from .progress import shown
from .span import Span, day_of
from .story import Copy, copy_of

if TYPE_CHECKING:
    import pandas
    import pyarrow


@dataclass(frozen=True)
class Bracket:
    """At least and at most how many, with the reasons."""

    min: int
    max: int
    why: list[str]


@dataclass(frozen=True)
class Name:
    """A person, organization or place, one for all its spellings in the story."""

    id: str
    kind: str
    name: str
    variants: list[str]
    why: str


@dataclass(frozen=True)
class Value(Span):
    """A number, day or place that a claim gives. Of a quantity `low`, `high`, `unit` and `of` are set, of a date `first_day` and
    `last_day`."""

    kind: str
    low: float | None = None
    high: float | None = None
    approximate: bool = False
    unit: str | None = None
    of: str | None = None
    first_day: datetime.date | None = None
    last_day: datetime.date | None = None
    entity: str | None = None


@dataclass(frozen=True)
class Origin:
    """Where claims come from, as far back as the texts say."""

    id: str
    name: str
    kind: str
    why: str
    claims: list[Claim] = field(repr=False, compare=False, default_factory=list)


@dataclass(frozen=True)
class StandIn(Span):
    """A word of a claim that stands for what its article names elsewhere: "he", "the agency"."""

    named: Span


@dataclass(frozen=True)
class Claim(Span):
    """What one article asserts: `text`, at `begin` to `end` of that article's text, in code points.

    `sources` are the names through which it came, outermost first, the one who knows last; none: the outlet itself.
    `context` is its sentence, where it cannot be read without it.
    """

    id: str
    article: str
    sources: list[str]
    stance: str
    cue: Span | None
    host: str | None
    values: list[Value]
    origin: Origin
    point_id: str
    stand_ins: list[StandIn]
    context: Span | None


@dataclass(frozen=True)
class Disagreement:
    """On what the accounts of a point differ, and how."""

    kind: str
    relation: str
    claims: list[Claim] = field(repr=False)
    why: str


@dataclass(frozen=True)
class Point:
    """The claims on one proposition. `origins` is how many know it, `reporters` how many newsrooms gathered it."""

    id: str
    text: str
    standing: str
    origins: Bracket
    reporters: Bracket
    representative: Claim = field(repr=False)
    claims: list[Claim] = field(repr=False)
    disagreements: list[Disagreement] = field(repr=False)


class Account:
    """Made by `report`, or read back with `Account.from_json`.

    >>> import hearsay
    >>> account = hearsay.report("examples/harbour-fire")
    >>> point = account.points[0]
    >>> point.text, point.standing, (point.origins.min, point.origins.max)
    ('27 people had been injured', 'contested', (1, 2))
    """

    def __init__(self, engine: _engine.Account) -> None:
        self._engine = engine

    @classmethod
    def from_json(cls, text: str | bytes) -> Account:
        """What `to_json` or `hearsay report --format json` wrote. It has of the articles' texts only the words that it quotes.

        >>> import hearsay
        >>> account = hearsay.report("examples/harbour-fire/01.txt")
        >>> hearsay.Account.from_json(account.to_json()).to_json() == account.to_json()
        True
        """
        try:
            return cls(_engine.read_account(text.encode() if isinstance(text, str) else text))
        except Error as error:
            raise AccountError(f"the text {error}") from None

    @cached_property
    def _dict(self) -> dict[str, Any]:
        return json.loads(self.to_json())

    @property
    def title(self) -> str:
        """A headline of one of the articles."""
        return self._dict["story"]["title"]

    @property
    def begin(self) -> datetime.date | None:
        """The story's first day."""
        return day_of(self._dict["story"]["begin"])

    @property
    def end(self) -> datetime.date | None:
        """Its last."""
        return day_of(self._dict["story"]["end"])

    @property
    def articles(self) -> list[dict[str, Any]]:
        """What is known of each article, without its text, in the order given."""
        return self._dict["articles"]

    @cached_property
    def names(self) -> list[Name]:
        """Persons, organizations and places."""
        return [Name(one["id"], one["kind"], one["name"], one["variants"], one["why"]) for one in self._dict["entities"]]

    @cached_property
    def origins(self) -> list[Origin]:
        """Where the claims come from."""
        origins = [Origin(one["id"], one["name"], one["kind"], one["why"]) for one in self._dict["origins"]]
        for origin, one in zip(origins, self._dict["origins"]):
            origin.claims.extend(_claim(row, origin) for row in map(self._claim_rows.__getitem__, one["claims"]))
        return origins

    @cached_property
    def _claim_rows(self) -> dict[str, dict[str, Any]]:
        return {row["id"]: row for row in self._dict["claims"]}

    @cached_property
    def _claims_by_id(self) -> dict[str, Claim]:
        found = {claim.id: claim for origin in self.origins for claim in origin.claims}
        return {row["id"]: found[row["id"]] for row in self._dict["claims"]}

    @property
    def claims(self) -> list[Claim]:
        """What each article asserts, by article and place."""
        return list(self._claims_by_id.values())

    @cached_property
    def points(self) -> list[Point]:
        """What the claims are on, in the order to be read."""
        return [self._point(one) for one in self._dict["points"]]

    def _point(self, one: dict[str, Any]) -> Point:
        claims = self._claims_by_id
        head = claims[one["representative"]]
        disagreements = [Disagreement(d["kind"], d["relation"], [claims[c] for c in d["claims"]], d["why"]) for d in one["disagreements"]]
        return Point(one["id"], head.text, one["standing"], _bracket(one["origins"]), _bracket(one["reporters"]), head,
                     [claims[c] for c in one["claims"]], disagreements)

    @property
    def copies(self) -> list[Copy]:
        """Which article has its text from which."""
        return [copy_of(one) for one in self._dict["copies"]]

    def to_dict(self) -> dict[str, Any]:
        """As `hearsay report --format json` prints it (docs/schema/account-1.json)."""
        return self._dict

    def to_json(self) -> str:
        """The same, as text: byte for byte what the program prints."""
        return self._engine.to_json()

    def to_html(self, *, brief: bool = False) -> str:
        """The page, one self-contained file; `brief`: one printed page without a script."""
        return self._engine.to_html(brief)

    def to_text(self) -> str:
        """As `hearsay report --format text` prints it."""
        return self._engine.to_text()

    @cached_property
    def tables(self) -> list[str]:
        """The names of its tables.

        >>> import hearsay
        >>> hearsay.report("examples/harbour-fire/01.txt").tables[:3]
        ['articles', 'claims', 'points']
        """
        return self._engine.table_names()

    def to_pandas(self, table: str = "claims") -> pandas.DataFrame:
        """One of its tables; docs/formats.md says what stands in each."""
        return tables.to_pandas(self._engine.table(table))

    def to_arrow(self, table: str = "claims") -> pyarrow.Table:
        """The same, for Arrow, with one schema for all accounts."""
        return tables.to_arrow(table, self._engine.table(table))

    def to_parquet(self, path: Source, table: str | None = None) -> None:
        """That table as one file, or without `table` all of them in a folder, NAME.parquet each."""
        names = [table] if table else self.tables
        tables.write_parquet({name: self.to_arrow(name) for name in names}, pathlib.Path(path))

    def export(self, kind: str, *, table: str | None = None, columns: Iterable[str] = (), codebook: str = "ucdp",
               bom: bool = False) -> bytes:
        """Its bytes in a format of others, as `hearsay export --to KIND` writes them: csv, gexf, webannotation, md and so on.

        >>> import hearsay
        >>> account = hearsay.report("examples/harbour-fire")
        >>> account.export("csv", table="points", columns=["point", "standing"]).decode().splitlines()[1]
        'p1,contested'
        """
        return self._engine.publish(_engine.Wanted(kind, table, list(columns), codebook, bom))

    def save(self, path: Source, kind: str | None = None) -> None:
        """Writes it into a file of that kind: json, html, text, parquet, or whatever `hearsay export` writes. Without `kind` the ending
        says it (story.xlsx, story.db, story.gexf). The file takes its place only when it is complete. A database gets a story.metadata.json
        beside it.
        """
        place = pathlib.Path(path)
        kind = kind or _KINDS.get(place.suffix.lower()) or _engine.kind_of_ending(place.suffix)
        if kind is None:
            raise ValueError(f"{place}: the ending does not say what to write; say kind=")
        if kind == "parquet":
            return self.to_parquet(place, None if place.suffix == "" else "claims")
        unfinished = place.with_name(f".{place.name}.{os.getpid()}")
        try:
            if kind in ("xlsx", "sqlite"):
                self._engine.publish_to(_engine.Wanted(kind, None, [], "ucdp", False), os.fspath(unfinished))
            else:
                unfinished.write_bytes(self._bytes(kind))
            unfinished.replace(place)
        finally:
            unfinished.unlink(missing_ok=True)
        if kind == "sqlite":  # for datasette
            place.with_suffix(".metadata.json").write_text(self._engine.database_metadata(place.stem) + "\n", encoding="utf-8")

    def _bytes(self, kind: str) -> bytes:
        texts = {"json": self.to_json, "html": self.to_html, "text": self.to_text}
        return (texts[kind]() + "\n").encode() if kind in texts else self.export(kind)

    def __repr__(self) -> str:
        return f"<hearsay.Account {self.title!r}: {len(self.articles)} articles, {len(self.points)} points>"

    def _repr_html_(self) -> str:
        page = html.escape(self.to_html(), quote=True)
        return f'<iframe sandbox="allow-scripts" style="width:100%;height:40em;border:1px solid #ccc" srcdoc="{page}"></iframe>'


_KINDS = {".json": "json", ".html": "html", ".htm": "html", ".txt": "text", ".parquet": "parquet"}


def report(articles: Union[Article, Source, Iterable[Union[Article, Source]]], *, without: Iterable[str] = (),
           corrections: Union[Source, Iterable[str], None] = None, threads: int | None = None, progress: bool | None = None) -> Account:
    """The account of one story, from its articles, or from a path to them.

    `without` leaves out articles (by id), outlets or sources by their names; UnknownNameError where nothing is called so. `corrections`
    is a file of them (docs/corrections.md) or its lines; one that cannot be applied is told as a CorrectionWarning.

    >>> import hearsay
    >>> account = hearsay.report("examples/harbour-fire", without=["Nordwire"])
    >>> "nordwire" in [article["id"] for article in account.articles]
    False
    """
    if isinstance(without, str):
        raise TypeError("without is a list of names")
    given = [article._engine for article in articles_of(articles)]
    names = list(without)
    with shown(progress) as on_progress:
        account = Account(_engine.report(given, _corrections(corrections), names, thread_count(threads), on_progress))
    if names and given:
        known = {part["asked"] for part in account.to_dict()["without"]["left_out"] if part["what"]}
        unknown = [name for name in names if name not in known]
        if unknown:
            raise UnknownNameError(unknown)
    for outcome in account.to_dict().get("corrections", []):
        if not outcome["applied"]:
            warnings.warn(f"corrections, line {outcome['line']}: {outcome['why']}", CorrectionWarning, stacklevel=2)
    return account


def _corrections(given: Union[Source, Iterable[str], None]) -> bytes:
    if given is None:
        return b""
    if isinstance(given, (str, os.PathLike)):
        return pathlib.Path(given).read_bytes()
    return "\n".join(given).encode()


def _bracket(one: dict[str, Any]) -> Bracket:
    return Bracket(one["min"], one["max"], one["why"])


def _span(one: dict[str, Any]) -> Span:
    return Span(one["text"], one["begin"], one["end"])


def _quoted(one: dict[str, Any] | None) -> Span | None:
    return None if one is None else _span(one)


def _claim(one: dict[str, Any], origin: Origin) -> Claim:
    return Claim(one["text"], one["begin"], one["end"], one["id"], one["article"], [source["name"] for source in one["sources"]],
                 one["stance"], _quoted(one["cue"]), one.get("host"), [_value(value) for value in one["values"]], origin, one["point"],
                 [StandIn(word["text"], word["begin"], word["end"], _span(word["named"])) for word in one["stand_ins"]],
                 _quoted(one.get("context")))


def _value(one: dict[str, Any]) -> Value:
    return Value(one["text"], one["begin"], one["end"], one["kind"], one.get("low"), one.get("high"), one.get("approximate", False),
                 one.get("unit"), one.get("of"), day_of(one.get("from")), day_of(one.get("to")), one.get("entity"))
