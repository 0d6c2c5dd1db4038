"""Hearsay and spaCy: a spaCy `Doc` of a Document, and Hearsay's marks on a `Doc` from any pipeline.

>>> import spacy, hearsay
>>> nlp = spacy.blank("en")
>>> component = nlp.add_pipe("hearsay")
>>> doc = nlp("At least 60 people were hurt in Ostrel on Monday, Ana Bel said.")
>>> [(span.text, span.label_) for span in doc.spans["hearsay"] if span.label_ == "QUANTITY"]
[('At least 60', 'QUANTITY')]
"""
from __future__ import annotations

from typing import Any, Iterable, Iterator

import spacy.tokens
import spacy.vocab
from spacy.language import Language
from spacy.tokens import Doc, Span

from .article import Article
from .document import Document, mark_each

# As spaCy's own English models call them.
LABELS = {"person": "PERSON", "organization": "ORG", "place": "GPE", "other": "MISC"}


def to_doc(document: Document, vocab: spacy.vocab.Vocab | None = None) -> Doc:
    """A Doc with the Document's own words, tags, lemmas, trees and names; `doc.text` is the article's text. What stands between words
    (line ends, captions) is a token of its own, as in spaCy, and hangs on the word before it.

    >>> import hearsay
    >>> doc = to_doc(hearsay.mark(hearsay.Article.of_text("Two people were hurt in Ostrel.")))
    >>> [(token.text, token.pos_, token.head.text) for token in doc][:2]
    [('Two', 'NUM', 'people'), ('people', 'NOUN', 'hurt')]
    """
    pieces = _pieces(document)
    place = {piece.number: i for i, piece in enumerate(pieces) if piece.number is not None}
    words = [piece.text for piece in pieces]
    heads, deps, tags, lemmas = [], [], [], []
    for i, piece in enumerate(pieces):
        token = None if piece.number is None else document.tokens[piece.number]
        if token is None:
            heads.append(i - 1 if i > 0 else min(1, len(pieces) - 1))
            deps.append("dep")
            tags.append("SPACE" if piece.text.isspace() else "X")
            lemmas.append(piece.text)
        else:
            heads.append(i if token.head < 0 else place[token.head])
            deps.append("ROOT" if token.head < 0 else token.relation)
            tags.append(token.tag)
            lemmas.append(token.lemma)
    doc = Doc(vocab or spacy.vocab.Vocab(), words=words, spaces=[piece.space for piece in pieces], pos=tags, lemmas=lemmas, heads=heads,
              deps=deps)
    return _put_marks(doc, document, entities=True)


class _Piece:
    """A word of the Document (`number`), or what stands between two of them."""

    def __init__(self, text: str, number: int | None) -> None:
        self.text = text
        self.number = number
        self.space = False


def _pieces(document: Document) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    for number, token in enumerate(document.tokens):
        pieces += _between(document.text[at:token.begin], pieces)
        pieces.append(_Piece(token.text, number))
        at = token.end
    return pieces + _between(document.text[at:], pieces)


def _between(gap: str, before: list[_Piece]) -> list[_Piece]:
    """A single blank belongs to the piece before it, of whatever else each run of blanks and of others is a piece."""
    if gap.startswith(" ") and before:
        before[-1].space = True
        gap = gap[1:]
    found: list[_Piece] = []
    for char in gap:
        if found and found[-1].text[-1].isspace() == char.isspace():
            found[-1].text += char
        else:
            found.append(_Piece(char, None))
    return found


def _put_marks(doc: Doc, document: Document, entities: bool) -> Doc:
    """Marks that do not end where spaCy's words do go to the words that they touch."""
    if not Doc.has_extension("hearsay"):
        Doc.set_extension("hearsay", default=None)
        Span.set_extension("hearsay", default=None)
    doc._.hearsay = document

    def spans(marks: Iterable[Any], label: Any) -> Iterator[Span]:
        for mark in marks:
            span = doc.char_span(mark.begin, mark.end, label=label(mark), alignment_mode="expand")
            if span is not None:
                span._.hearsay = mark
                yield span

    names = list(spans(document.entities, lambda mark: LABELS.get(mark.kind, "MISC")))
    if entities:
        doc.set_ents(spacy.util.filter_spans(names))
    group = [*names, *spans(document.times, lambda mark: mark.type), *spans(document.quantities, lambda mark: "QUANTITY")]
    for attribution in document.attributions:
        for label, parts in (("SOURCE", [attribution.source]), ("CUE", [attribution.cue]), ("CONTENT", attribution.content)):
            group += spans([part for part in parts if part is not None], lambda mark, label=label: label)
    doc.spans["hearsay"] = group
    return doc


class Component:
    """Sets `doc.spans["hearsay"]` (names, times, QUANTITY; SOURCE, CUE and CONTENT of attributions), each span's mark in
    `span._.hearsay`, the Document in `doc._.hearsay`, and, unless another component has found some, `doc.ents`.
    """

    def __init__(self, published: str | None, threads: int | None) -> None:
        self._published = published
        self._threads = threads

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Several at a time, as `nlp.pipe` asks for them."""
        waiting: list[Doc] = []
        for doc in docs:
            waiting.append(doc)
            if len(waiting) == batch_size:
                yield from self._marked(waiting)
                waiting = []
        yield from self._marked(waiting)

    def _marked(self, docs: list[Doc]) -> Iterator[Doc]:
        full = [doc for doc in docs if doc.text.strip()]
        articles = [Article.of_text(doc.text, id=str(i), published=self._published) for i, doc in enumerate(full)]
        found = dict(zip(map(id, full), mark_each(articles, threads=self._threads, progress=False)))
        for doc in docs:
            yield _put_marks(doc, found[id(doc)], entities=not doc.ents) if id(doc) in found else doc


@Language.factory("hearsay", default_config={"published": None, "threads": None}, assigns=["doc.ents", "doc.spans"])
def make_component(nlp: Language, name: str, published: str | None, threads: int | None) -> Component:
    """`published` is the day against which "on Monday" is resolved (2031-04-07)."""
    return Component(published, threads)
