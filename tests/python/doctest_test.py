"""The examples in the package's docstrings, and in docs/python.md."""
import doctest
import importlib
import pkgutil

import hearsay
import pytest

MODULES = [name for _, name, _ in pkgutil.iter_modules(hearsay.__path__, "hearsay.") if name not in ("hearsay._engine", "hearsay.spacy",
                                                                                                  "hearsay.spark")]


@pytest.mark.parametrize("name", ["hearsay", *MODULES])
def test_docstrings(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples():
    count = sum(len(test.examples) for name in MODULES for test in doctest.DocTestFinder().find(importlib.import_module(name)))
    assert count > 30


def test_every_public_name_is_told():
    for name in hearsay.__all__:
        assert getattr(hearsay, name).__doc__, name


def test_the_guide():
    results = doctest.testfile("../../docs/python.md", optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert results.failed == 0 and results.attempted > 10
