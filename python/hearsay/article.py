"""One report as one outlet published it, and how it is read."""
from __future__ import annotations

import html
import json
import os
import warnings
from typing import Any, Callable, Iterable, Iterator, Union

from . import _engine
from .errors import Error, ReadError, ReadWarning
from .span import Boilerplate

Source = Union[str, "os.PathLike[str]"]
OnProblem = Union[str, Callable[[str, str], None]]


class Article:
    """An article as it was understood. `read` and `read_all` make it of files and pages, `Article.of_text` of a text.

    >>> import hearsay
    >>> article = hearsay.Article.of_text("Two people were hurt in Ostrel on Monday.", id="a1", published="2031-04-07")
    >>> article.id, article.published, article.language
    ('a1', '2031-04-07', 'en')
    """

    def __init__(self, engine: _engine.Article) -> None:
        self._engine = engine
        self._dict: dict[str, Any] | None = None

    @classmethod
    def of_text(cls, text: str, *, id: str = "text", title: str | None = None, outlet: str | None = None, published: str | None = None,
                url: str | None = None, language: str | None = None) -> Article:
        """Takes a plain text as an article, unchanged.

        >>> Article.of_text("Rain fell. It was wet.", outlet="The Gauge").outlet
        'The Gauge'
        """
        return _one(_clean(text.encode(), False, id=id, title=title, outlet=outlet, published=published, url=url, language=language), id)

    @classmethod
    def of_html(cls, page: str | bytes, *, id: str = "page", title: str | None = None, outlet: str | None = None,
                published: str | None = None, url: str | None = None, language: str | None = None) -> Article:
        """Finds the article in a page.

        >>> page = "<html><head><title>Rain</title></head><body><article><p>Rain fell in Ostrel on Monday, and all day "
        >>> page += "long the river rose.</p><p>By night it stood at the doors of the mill.</p></article></body></html>"
        >>> Article.of_html(page).text.splitlines()[0]
        'Rain fell in Ostrel on Monday, and all day long the river rose.'
        """
        content = page.encode() if isinstance(page, str) else page
        return _one(_clean(content, True, id=id, title=title, outlet=outlet, published=published, url=url, language=language), id)

    @property
    def id(self) -> str:
        """The name by which stories and accounts call it."""
        return self._engine.id

    @property
    def text(self) -> str:
        """The article's own text, into which every mark points."""
        return self._engine.text

    @property
    def location(self) -> str:
        """The path or address from which it was read."""
        return self.to_dict()["location"]

    @property
    def outlet(self) -> str | None:
        """Who published it."""
        return self.to_dict()["outlet"]

    @property
    def title(self) -> str | None:
        """Its headline."""
        return self.to_dict()["title"]

    @property
    def published(self) -> str | None:
        """When, ISO 8601: a day, or a day and time in UTC."""
        return self.to_dict()["published"]

    @property
    def language(self) -> str | None:
        """ISO 639-1."""
        return self.to_dict()["language"]

    @property
    def address(self) -> str | None:
        """The page's own address, where it says one."""
        return self.to_dict().get("address")

    @property
    def boilerplate(self) -> list[Boilerplate]:
        """The parts of the text that are not the article's: captions, links to other articles."""
        text = self.text
        return [Boilerplate(text[b["begin"]:b["end"]], b["begin"], b["end"], b["why"]) for b in self.to_dict()["boilerplate"]]

    def to_dict(self) -> dict[str, Any]:
        """As `hearsay read --format json` prints it (docs/schema/article-1.json)."""
        if self._dict is None:
            self._dict = json.loads(self.to_json())
        return self._dict

    def to_json(self) -> str:
        """The same, as text: byte for byte what the program prints."""
        return self._engine.to_json()

    def to_text(self) -> str:
        """As `hearsay read --format text` prints it."""
        return self._engine.to_text()

    def __repr__(self) -> str:
        return f"<hearsay.Article {self.id!r}: {self.title or self.text[:40]!r}>"

    def _repr_html_(self) -> str:
        facts = " · ".join(html.escape(fact) for fact in (self.outlet, self.published) if fact)
        paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in self.text.split("\n") if line.strip())
        return f"<article><h4>{html.escape(self.title or self.id)}</h4><small>{facts}</small>{paragraphs}</article>"


def read(source: Source | bytes, *, fetch: bool = False) -> Article:
    """Reads one article: from a file or an http(s) address, or from a page's HTML (a text that begins with `<`, or bytes).

    Raises ReadError where it is none, or where there are several: then `read_all` reads them.

    >>> import hearsay
    >>> hearsay.read("examples/harbour-fire/01.txt").outlet
    'Nordwire'
    """
    if isinstance(source, bytes) or (isinstance(source, str) and source.lstrip().startswith("<")):
        return Article.of_html(source)
    where = os.fspath(source)
    found: list[Article] = []
    for article in read_all(where, limit=2, fetch=fetch, on_problem="raise"):
        found.append(article)
    if len(found) != 1:
        raise ReadError(where, "holds no article" if not found else "holds several articles: read_all() reads them")
    return found[0]


def read_all(*sources: Source, limit: int = 0, since: str | None = None, until: str | None = None, languages: Iterable[str] = (),
             outlets: Iterable[str] = (), threads: int | None = None, fetch: bool = False, allow_private: bool = False,
             on_problem: OnProblem = "warn") -> Iterator[Article]:
    """Reads what `hearsay read` reads, one article after the other: files, folders, archives, feeds, addresses.

    `limit`, `since`, `until`, `languages` and `outlets` choose as the program's options do. What cannot be read is passed over with a
    ReadWarning; `on_problem` may be "raise" (a ReadError), "ignore", or a function that takes where and why.

    >>> import hearsay
    >>> [article.id for article in hearsay.read_all("examples/harbour-fire", limit=2)]
    ['nordwire', 'herald']
    """
    stream = _engine.ArticleStream([os.fspath(source) for source in sources], limit, since, until, list(languages), list(outlets),
                                   thread_count(threads), fetch, allow_private)
    while items := stream.next():
        for item in items:
            if isinstance(item, tuple):
                _tell(*item, on_problem)
            else:
                yield Article(item)


def articles_of(given: Any) -> Iterator[Article]:
    """The articles in what a caller may give: one, a path, or an iterable of both."""
    if isinstance(given, Article):
        yield given
    elif isinstance(given, (str, os.PathLike)):
        yield from read_all(given)
    else:
        for one in given:
            yield from articles_of(one)


def thread_count(threads: int | None) -> int:
    if threads is None:
        return os.cpu_count() or 1
    if threads < 1:
        raise ValueError("threads must be 1 or more")
    return threads


def _tell(where: str, reason: str, on_problem: OnProblem) -> None:
    if on_problem == "raise":
        raise ReadError(where, reason)
    if on_problem == "warn":
        warnings.warn(f"{where} {reason}", ReadWarning, stacklevel=3)
    elif callable(on_problem):
        on_problem(where, reason)
    elif on_problem != "ignore":
        raise ValueError('on_problem is "warn", "raise", "ignore" or a function')


def _clean(content: bytes, is_html: bool, *, id: str, **facts: Any) -> list[_engine.Article]:
    try:
        return _engine.clean(content, is_html, id, facts.get("url") or id, **facts)
    except Error as error:
        raise ReadError(id, str(error)) from None


def _one(articles: list[_engine.Article], where: str) -> Article:
    if len(articles) != 1:
        raise ReadError(where, "holds several articles: save it as a file, and read_all() reads them")
    return Article(articles[0])
