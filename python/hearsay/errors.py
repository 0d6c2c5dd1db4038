"""What can go wrong, as exceptions and warnings of this package's own."""
from __future__ import annotations

from ._engine import Error

__all__ = ["Error", "ReadError", "ReadWarning", "AccountError", "UnknownNameError", "CorrectionWarning"]

Error.__doc__ = "Whatever Hearsay cannot do; the other errors are kinds of it."


class ReadError(Error):
    """An input that is no article.

    >>> import hearsay
    >>> try:
    ...     hearsay.read("no-such-file.txt")
    ... except hearsay.ReadError as error:
    ...     print(error.where, "|", error.reason)
    no-such-file.txt | does not exist
    """

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where} {reason}")
        self.where = where
        self.reason = reason


class ReadWarning(UserWarning):
    """One input among many that could not be read, and was passed over."""


class AccountError(Error):
    """A text that is no account's JSON."""


class UnknownNameError(Error):
    """A name given to `without` that no article, outlet or source has."""

    def __init__(self, names: list[str]) -> None:
        super().__init__("; ".join(f'"{name}": no article, outlet or source has that name' for name in names))
        self.names = names


class CorrectionWarning(UserWarning):
    """A line of corrections that cannot be read, or that no longer fits the account."""
