"""An interrupt stops the engine, and other threads of Python run while it works."""
import os
import signal
import subprocess
import sys
import threading
import time

import hearsay
import pytest

LONG = " ".join(f"On Monday the mayor of ward {i} said that {i} people were hurt near the mill of Ostrel." for i in range(60))


def articles(count):
    return [hearsay.Article.of_text(LONG + f" It was report {i}.", id=f"a{i}") for i in range(count)]


@pytest.mark.parametrize("work", [lambda many: hearsay.mark(many, threads=2), lambda many: hearsay.report(many, threads=2)],
                         ids=["mark", "report"])
def test_an_interrupt_stops_it(work):
    many = articles(600)
    hearsay.mark(many[:1])  # loads the models
    timer = threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        work(many)
    assert time.monotonic() - begun < 10, "all of them take a minute and more"
    assert len(hearsay.mark(many[:2])) == 2, "and it goes on working"


def test_other_threads_run_meanwhile():
    many = articles(60)
    ended = threading.Event()
    ticks = []

    def tick():
        while not ended.wait(0.01):
            ticks.append(time.monotonic())

    thread = threading.Thread(target=tick)
    thread.start()
    hearsay.mark(many, threads=1)
    ended.set()
    thread.join()
    assert len(ticks) > 20


def test_progress_is_told_and_what_it_raises_ends_the_work(monkeypatch):
    told = []

    class Enough(Exception):
        pass

    class Bar:
        def __init__(self, **options):
            pass

        def __enter__(self):
            return self

        def __exit__(self, *failure):
            pass

        def set_description_str(self, stage, refresh):
            told.append(stage)
            if len(told) == 3:
                raise Enough

        def refresh(self):
            pass

    import tqdm.auto

    monkeypatch.setattr(tqdm.auto, "tqdm", Bar)
    with pytest.raises(Enough):
        hearsay.mark(articles(600), threads=2, progress=True)
    assert "marking" in told
    told.clear()
    hearsay.mark(articles(4), progress=False)
    assert not told


def test_a_script_that_is_interrupted_ends_as_python_does():
    script = "import hearsay\nprint('begun', flush=True)\nhearsay.mark([hearsay.Article.of_text(%r * 20)] * 500)" % LONG
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.readline()
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert b"KeyboardInterrupt" in errors and process.returncode != 0
