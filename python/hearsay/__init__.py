"""Hearsay reads many reports of one event and says what is claimed, who says so, who only repeats it, and where the accounts differ.

>>> import hearsay
>>> articles = list(hearsay.read_all("examples/harbour-fire"))
>>> account = hearsay.report(articles)
>>> account.title
'Port fire in Vostria kills at least eight'
"""
from . import _engine
from .account import Account, Bracket, Claim, Disagreement, Name, Origin, Point, StandIn, Value, report
from .article import Article, read, read_all
from .document import Document, mark, mark_each
from .errors import AccountError, CorrectionWarning, Error, ReadError, ReadWarning, UnknownNameError
from .span import Attribution, Boilerplate, Entity, Quantity, Reference, Span, Time, Token
from .story import Copy, Story, group

__version__: str = _engine.version()

__all__ = ["Account", "AccountError", "Article", "Attribution", "Boilerplate", "Bracket", "Claim", "Copy", "CorrectionWarning",
           "Disagreement", "Document", "Entity", "Error", "Name", "Origin", "Point", "Quantity", "ReadError", "ReadWarning", "Reference",
           "Span", "StandIn", "Story", "Time", "Token", "UnknownNameError", "Value", "group", "mark", "mark_each", "read", "read_all", "report"]
