"""Which articles of a stream report the same story, and who copied whom."""
from __future__ import annotations

import itertools
import json
from dataclasses import dataclass
from typing import Any, Iterable, Iterator, Union

from . import _engine
from .article import Article, Source, articles_of, thread_count

_BATCH = 256  # as the program takes them


@dataclass(frozen=True)
class Copy:
    """One article has its text from another, or both from a third. `share` is the part of `to_article` that stands in both."""

    from_article: str
    to_article: str
    kind: str
    share: float
    direction_known: bool
    why: str


class Story:
    """The articles on one event, by their ids.

    >>> import hearsay
    >>> [len(story.articles) for story in hearsay.group("examples/harbour-fire")]
    [6]
    """

    def __init__(self, told: str) -> None:
        self._json = told
        self._dict: dict[str, Any] = json.loads(told)

    @property
    def id(self) -> str:
        """Made from the story's first article, so that it stays."""
        return self._dict["story"]

    @property
    def articles(self) -> list[str]:
        """In order of time."""
        return list(self._dict["articles"])

    @property
    def copies(self) -> list[Copy]:
        """Who copied whom."""
        return [copy_of(one) for one in self._dict["copies"]]

    def to_dict(self) -> dict[str, Any]:
        """As `hearsay group --format json` prints it (docs/schema/story-1.json)."""
        return self._dict

    def to_json(self) -> str:
        """The same, as text: byte for byte what the program prints."""
        return self._json

    def __repr__(self) -> str:
        return f"<hearsay.Story {self.id}: {len(self.articles)} articles, {len(self.copies)} copies>"


def copy_of(one: dict[str, Any]) -> Copy:
    return Copy(one["from"], one["to"], one["kind"], one["share"], one["direction"] == "known", one["why"])


def group(articles: Union[Source, Iterable[Union[Article, Source]]], *, window: int = 730, threads: int | None = None) -> Iterator[Story]:
    """Groups a stream of articles, best by time: hands over each story once no article can join it any more, the rest at the end.

    No texts are kept, so that the stream may be longer than memory. `window` is the days after which a story is closed.

    >>> import hearsay
    >>> for story in hearsay.group(hearsay.read_all("examples/harbour-fire")):
    ...     print(story.articles[:2], [(copy.from_article, copy.to_article) for copy in story.copies])
    ['nordwire', 'herald'] [('nordwire', 'herald')]
    """
    if not 1 <= window <= 1_000_000:
        raise ValueError("window must be 1 to 1,000,000 days")
    stories = _engine.Stories(window, thread_count(threads))
    stream = articles_of(articles)
    while batch := [article._engine for article in itertools.islice(stream, _BATCH)]:
        yield from map(Story, stories.add(batch))
    yield from map(Story, stories.finish())
