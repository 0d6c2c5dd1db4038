"""What a notebook shows, with text from outside escaped."""
import html
import re

import hearsay

EVIL = '<script>alert("x")</script> & \'x\''


def test_a_document_shows_its_marks():
    shown = hearsay.mark(hearsay.Article.of_text(f"At least 60 people were hurt in Ostrel. {EVIL}"))._repr_html_()
    assert re.search(r'<span title="quantity"[^>]*>At least 60</span>', shown)
    assert "<script" not in shown and html.escape(EVIL) in shown
    assert html.unescape(re.sub("<[^>]+>", "", shown)) == f"At least 60 people were hurt in Ostrel. {EVIL}"


def test_an_article_shows_its_text():
    shown = hearsay.Article.of_text(f"Rain fell. {EVIL}", title=EVIL, outlet=EVIL)._repr_html_()
    assert "<script" not in shown and shown.count(html.escape(EVIL)) == 3


def test_an_account_shows_its_page_in_a_frame_without_rights():
    account = hearsay.report(hearsay.Article.of_text(f"Two people were hurt in Ostrel on Monday, Ana Bel said. {EVIL}"))
    shown = account._repr_html_()
    [page] = re.findall(r'srcdoc="([^"]*)"', shown)
    assert html.unescape(page) == account.to_html()
    assert 'sandbox="allow-scripts"' in shown
    assert shown.count("<") == 2, "nothing of the page stands outside the attribute"


def test_short_forms():
    article = hearsay.read("examples/harbour-fire/01.txt")
    assert repr(article) == "<hearsay.Article '01': 'Port fire in Vostria kills at least eight'>" or "nordwire" in repr(article)
    assert repr(hearsay.report("examples/harbour-fire")).startswith("<hearsay.Account 'Port fire in Vostria kills at least eight': 6 articles")
    assert repr(hearsay.mark(article)).startswith("<hearsay.Document ")
