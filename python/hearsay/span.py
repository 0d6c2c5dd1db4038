"""Marks on a text. `begin` and `end` count Python's own code points, half open, so that `text[begin:end]` is `mark.text`."""
from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Span:
    """Words of a text, and where they stand.

    >>> Span("Ostrel", 24, 30).begin
    24
    """

    text: str
    begin: int
    end: int


@dataclass(frozen=True)
class Boilerplate(Span):
    """A part of the text that is not the article."""

    why: str


@dataclass(frozen=True)
class Token(Span):
    """A word: Universal Dependencies tag and relation, lemma, and the number of its head among the tokens (-1: a root)."""

    tag: str
    lemma: str
    head: int
    relation: str


@dataclass(frozen=True)
class Entity(Span):
    """A name; `name` is the one that the article has for all its spellings. `kind`: person, organization, place or other."""

    kind: str
    name: str
    why: str


@dataclass(frozen=True)
class Reference(Span):
    """What stands for a name: "he", "the agency"."""

    antecedent: Span
    why: str


@dataclass(frozen=True)
class Time(Span):
    """A time by TIMEX3; `first_day` and `last_day` are what it comes to, where that can be told."""

    type: str
    value: str
    mod: str | None
    first_day: datetime.date | None
    last_day: datetime.date | None
    why: str


@dataclass(frozen=True)
class Quantity(Span):
    """An amount between two bounds, both inclusive; None is an open end. `of` is what is counted."""

    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    of: str | None
    why: str


@dataclass(frozen=True)
class Attribution:
    """Who says what. `outer` is the number of the attribution in whose content it stands, or None."""

    source: Span | None
    recipient: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: str
    number: int
    outer: int | None
    why: str

    @property
    def begin(self) -> int:
        """Where the first of its parts begins."""
        return min(part.begin for part in self._parts())

    @property
    def end(self) -> int:
        """Where the last of its parts ends."""
        return max(part.end for part in self._parts())

    def _parts(self) -> list[Span]:
        return [part for part in (self.source, self.recipient, self.cue, *self.content) if part is not None]


def day_of(iso: str | None) -> datetime.date | None:
    """None also for a day that Python's calendar has not."""
    try:
        return None if iso is None else datetime.date.fromisoformat(iso)
    except ValueError:
        return None


def span_of(text: str, where: dict[str, Any] | None) -> Span | None:
    return None if where is None else Span(text[where["begin"]:where["end"]], where["begin"], where["end"])
