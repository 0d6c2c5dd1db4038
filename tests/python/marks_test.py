"""Marks are slices of the text, in Python's own code points."""
import datetime
import pathlib

import hearsay
import pytest

# Letters of one to four bytes in UTF-8, so that bytes, UTF-16 units and code points all differ.
WIDE = "Złoty 𝔸 café – “At least 60 people were hurt in Ostrel on 6 April 2031,” the mayor Ana Bel said. “We 🙏 for them.”"


@pytest.fixture(scope="module")
def document():
    return hearsay.mark(hearsay.Article.of_text(WIDE, id="wide", published="2031-04-07"))


def test_every_mark_is_a_slice_of_the_text(document):
    marks = [*document.sentences, *document.tokens, *document.entities, *document.references, *document.times, *document.quantities]
    for attribution in document.attributions:
        marks += [part for part in (attribution.source, attribution.recipient, attribution.cue, *attribution.content) if part]
    assert len(marks) > 30
    assert all(document.text[mark.begin:mark.end] == mark.text for mark in marks)
    assert all(mark.text for mark in marks)


def test_marks_say_what_they_are(document):
    assert document.text == WIDE
    [quantity] = [q for q in document.quantities if q.of == "people"]
    assert (quantity.text, quantity.low, quantity.high) == ("At least 60", 60, None)
    [time] = document.times
    assert (time.value, time.first_day, time.last_day) == ("2031-04-06", datetime.date(2031, 4, 6), datetime.date(2031, 4, 6))
    assert "Ana Bel" in [e.name for e in document.entities if e.kind == "person"]
    [said] = [a for a in document.attributions if a.cue and a.cue.text == "said"]
    assert said.source.text == "the mayor Ana Bel"
    assert said.begin < said.cue.begin < said.end


def test_a_word_has_its_head(document):
    [hurt] = [t for t in document.tokens if t.text == "hurt"]
    people = next(t for t in document.tokens if t.text == "people")
    assert document.tokens[people.head] == hurt


def test_claims_are_slices_of_their_articles():
    articles = {a.id: a for a in hearsay.read_all("examples/harbour-fire")}
    account = hearsay.report(articles.values())
    assert len(account.claims) > 100
    for claim in account.claims:
        text = articles[claim.article].text
        assert text[claim.begin:claim.end] == claim.text
        assert all(text[value.begin:value.end] == value.text for value in claim.values)


def test_an_account_hangs_together():
    account = hearsay.report("examples/harbour-fire")
    assert [claim.id for claim in account.claims] == [f"c{i + 1}" for i in range(len(account.claims))]
    for point in account.points:
        assert point.representative in point.claims and point.text == point.representative.text
        assert all(claim.point_id == point.id for claim in point.claims)
        assert point.origins.min <= point.origins.max
    assert sum(len(origin.claims) for origin in account.origins) == len(account.claims)
    assert {copy.to_article for copy in account.copies} <= {article["id"] for article in account.articles}


def test_one_gives_one_and_many_give_a_list():
    article = hearsay.read("examples/harbour-fire/01.txt")
    assert isinstance(hearsay.mark(article), hearsay.Document)
    assert isinstance(hearsay.mark(pathlib.Path("examples/harbour-fire/01.txt")), hearsay.Document)
    assert [d.article.id for d in hearsay.mark([article])] == [article.id]
    assert hearsay.mark([]) == []
