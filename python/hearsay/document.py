"""An article with its language marked up."""
from __future__ import annotations

import html
import json
from functools import cached_property
from typing import Any, Iterable, Iterator, Union, overload

from . import _engine
from .article import Article, Source, articles_of, read, thread_count
from .progress import OnProgress, shown
from .span import Attribution, Entity, Quantity, Reference, Span, Time, Token, day_of, span_of

_BATCH = 128  # articles a thread; enough that beginning a batch costs nothing


class Document:
    """What `mark` found in an article. Every mark has its words, and where they stand in `text`.

    >>> import hearsay
    >>> document = hearsay.mark(hearsay.Article.of_text("At least 60 people were hurt in Ostrel on 6 April 2031, Ana Bel said."))
    >>> [(q.text, q.low, q.high, q.of) for q in document.quantities]
    [('At least 60', 60, None, 'people')]
    >>> document.text[document.times[0].begin:document.times[0].end], str(document.times[0].first_day)
    ('6 April 2031', '2031-04-06')
    """

    def __init__(self, article: Article, engine: _engine.MarkedArticle) -> None:
        self.article = article
        self._engine = engine

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def _marks(self) -> dict[str, Any]:
        return json.loads(self._engine.to_json(True))

    def _all(self, key: str) -> Iterator[tuple[str, int, int, dict[str, Any]]]:
        text = self.text
        for one in self._marks[key]:
            yield text[one["begin"]:one["end"]], one["begin"], one["end"], one

    @cached_property
    def sentences(self) -> list[Span]:
        """Its sentences, in order."""
        return [Span(text, begin, end) for text, begin, end, _ in self._all("sentences")]

    @cached_property
    def tokens(self) -> list[Token]:
        """Its words, in order."""
        return [Token(text, begin, end, one["tag"], one["lemma"], one["head"], one["relation"]) for text, begin, end, one in self._all("tokens")]

    @cached_property
    def entities(self) -> list[Entity]:
        """Its names."""
        return [Entity(text, begin, end, one["kind"], one["name"], one["why"]) for text, begin, end, one in self._all("entities")]

    @cached_property
    def references(self) -> list[Reference]:
        """What stands for a name."""
        return [Reference(text, begin, end, Span(one["antecedent"]["text"], one["antecedent"]["begin"], one["antecedent"]["end"]), one["why"])
                for text, begin, end, one in self._all("references")]

    @cached_property
    def times(self) -> list[Time]:
        """Its times."""
        return [Time(text, begin, end, one["type"], one["value"], one["mod"], day_of(one["from"]), day_of(one["to"]), one["why"])
                for text, begin, end, one in self._all("times")]

    @cached_property
    def quantities(self) -> list[Quantity]:
        """Its amounts."""
        return [Quantity(text, begin, end, one["low"], one["high"], one["approximate"], one["unit"], one["of"], one["why"])
                for text, begin, end, one in self._all("quantities")]

    @cached_property
    def attributions(self) -> list[Attribution]:
        """Who says what, in the order of the text; those inside another's content have its number as `outer`."""
        both = self._marks["attributions"] + self._marks["nested"]
        return [self._attribution(one) for one in sorted(both, key=lambda one: one["number"])]

    def _attribution(self, one: dict[str, Any]) -> Attribution:
        text = self.text
        content = tuple(Span(text[part["begin"]:part["end"]], part["begin"], part["end"]) for part in one["content"])
        return Attribution(span_of(text, one["source"]), span_of(text, one["recipient"]), span_of(text, one["cue"]), content, one["kind"],
                           one["number"], one["outer"], one["why"])

    def to_dict(self, *, tokens: bool = False) -> dict[str, Any]:
        """As `hearsay mark --format json` prints it (docs/schema/article-1.json)."""
        return json.loads(self.to_json(tokens=tokens))

    def to_json(self, *, tokens: bool = False) -> str:
        """The same, as text: byte for byte what the program prints."""
        return self._engine.to_json(tokens)

    def to_text(self, *, why: bool = False) -> str:
        """As `hearsay mark --format text` prints it."""
        return self._engine.to_text(why)

    def to_conllu(self) -> str:
        """As `hearsay export --to conllu` writes it."""
        return _engine.publish_marks([self._engine], _engine.Wanted("conllu", None, [], "ucdp", False)).decode()

    def __repr__(self) -> str:
        return f"<hearsay.Document {self.article.id!r}: {len(self.entities)} names, {len(self.attributions)} attributions>"

    def _repr_html_(self) -> str:
        return marked_html(self)


_COLOURS = {"person": "#cfe3ff", "organization": "#d8f0d2", "place": "#ffe3c2", "other": "#eee", "time": "#f4d9f2", "quantity": "#fff3b0"}


def marked_html(document: Document) -> str:
    """The text with its names, times and quantities in colour; of marks that overlap, the first. Everything is escaped."""
    marks: list[tuple[Span, str]] = [(entity, entity.kind) for entity in document.entities]
    marks += [(time, "time") for time in document.times] + [(quantity, "quantity") for quantity in document.quantities]
    out, at = [], 0
    for span, kind in sorted(marks, key=lambda mark: (mark[0].begin, -mark[0].end)):
        if span.begin < at:
            continue
        style = f"background:{_COLOURS.get(kind, '#eee')};color:#000;border-radius:2px"
        out += [html.escape(document.text[at:span.begin]), f'<span title="{kind}" style="{style}">{html.escape(span.text)}</span>']
        at = span.end
    out.append(html.escape(document.text[at:]))
    return f'<div style="white-space:pre-wrap;max-width:45em">{"".join(out)}</div>'


@overload
def mark(  # type: ignore[overload-overlap]  # a path is also an iterable of texts
        articles: Union[Article, Source], *, threads: int | None = ..., progress: bool | None = ...) -> Document: ...
@overload
def mark(articles: Iterable[Union[Article, Source]], *, threads: int | None = ..., progress: bool | None = ...) -> list[Document]: ...


def mark(articles: Any, *, threads: int | None = None, progress: bool | None = None) -> Any:
    """Marks an article, or each of several: a Document for one (an Article or a path), a list of them for an iterable.

    >>> import hearsay
    >>> [e.name for e in hearsay.mark("examples/harbour-fire/01.txt").entities][:2]
    ['ZHELNOGRAD', 'Vostria']
    """
    if isinstance(articles, (str, bytes)) or hasattr(articles, "__fspath__"):
        articles = read(articles)
    if isinstance(articles, Article):
        return next(mark_each([articles], threads=threads, progress=progress))
    return list(mark_each(articles, threads=threads, progress=progress))


def mark_each(articles: Iterable[Union[Article, Source]], *, threads: int | None = None, progress: bool | None = None) -> Iterator[Document]:
    """The same one after the other, for more articles than should stand in memory.

    >>> import hearsay
    >>> sum(len(document.sentences) for document in hearsay.mark_each(hearsay.read_all("examples/harbour-fire")))
    99
    """
    count = thread_count(threads)
    waiting: list[Article] = []
    with shown(progress) as on_progress:
        for article in articles_of(articles):
            waiting.append(article)
            if len(waiting) == _BATCH * count:
                yield from _marked(waiting, count, on_progress)
                waiting = []
        yield from _marked(waiting, count, on_progress)


def _marked(articles: list[Article], threads: int, on_progress: OnProgress) -> Iterator[Document]:
    if articles:
        engines = _engine.mark([article._engine for article in articles], threads, on_progress)
        yield from map(Document, articles, engines)
