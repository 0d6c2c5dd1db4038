"""Windows of time: which days are grouped together, and after which days before them."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping, Sequence


@dataclass(frozen=True)
class Window:
    """Days since 1970. The articles from `first` to `last` get their stories here; those from `begin` to before `first` are read first,
    so that the grouping knows of them what it would know if it had read all days from the beginning on.
    """

    begin: int
    first: int
    last: int


def plan(counts: Mapping[int, int], *, articles: int = 1_000_000, before: int = 1_000_000, days: int = 730) -> Sequence[Window]:
    """Windows of whole days that hold about so many `articles`, and about as many `before` them as are asked for, though of no more than
    so many days. `counts` are the articles of each day. The program itself holds no more than a million articles at a time, and knows
    nothing of those before.

    >>> [(window.begin, window.first, window.last) for window in plan({1: 5, 2: 5, 3: 5, 9: 5}, articles=10, before=5)]
    [(1, 1, 2), (2, 3, 9)]
    """
    if articles < 1 or before < 0 or days < 1:
        raise ValueError("articles and days are 1 or more, before is 0 or more")
    total, dated = sum(counts.values()), sorted(counts)
    several = -(-total // articles)  # of one size, so that the last is not a small one
    firsts: list[int] = []
    of_window, passed = -1, 0
    for place, day in enumerate(dated):
        now = (2 * passed + counts[day]) * several // (2 * total)  # by the middle of the day
        if now > of_window:
            firsts.append(place)
            of_window = now
        passed += counts[day]
    lasts = [place - 1 for place in firsts[1:]] + [len(dated) - 1]
    return [Window(_begin(dated, counts, first, before, days), dated[first], dated[last]) for first, last in zip(firsts, lasts)]


def _begin(dated: Sequence[int], counts: Mapping[int, int], first: int, before: int, days: int) -> int:
    begin, held = first, 0
    while begin > 0 and held < before and dated[first] - dated[begin - 1] <= days:
        begin -= 1
        held += counts[dated[begin]]
    return dated[begin]
