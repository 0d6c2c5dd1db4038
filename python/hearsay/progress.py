"""A progress bar while the engine works, where tqdm is installed and someone is looking."""
from __future__ import annotations

import contextlib
import sys
import warnings
from typing import Callable, Iterator, Optional

_COUNTED = "{desc}: {n_fmt} of {total_fmt} articles {bar}"

OnProgress = Optional[Callable[[str, int, int], None]]


@contextlib.contextmanager
def shown(progress: bool | None) -> Iterator[OnProgress]:
    """None: a bar in a notebook and on a terminal. It comes after half a second, so that short work shows nothing.

    >>> with shown(False) as on_progress:
    ...     print(on_progress)
    None
    """
    if not (_is_watched() if progress is None else progress):
        yield None
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that a notebook without ipywidgets gets a bar of text
            from tqdm.auto import tqdm
    except ImportError:
        yield None
        return
    with tqdm(delay=0.5, leave=False, bar_format=_COUNTED) as bar:
        def on_progress(stage: str, done: int, of: int) -> None:
            bar.bar_format = _COUNTED if of else "{desc}"
            bar.set_description_str(stage, refresh=False)
            bar.total = of or None
            bar.n = done
            bar.refresh()

        yield on_progress


def _is_watched() -> bool:
    return sys.stderr is not None and sys.stderr.isatty() or "ipykernel" in sys.modules
