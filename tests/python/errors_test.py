"""What goes wrong is said by the package's own exceptions, and the rest goes on."""
import pickle
import warnings

import hearsay
import pytest


def test_all_errors_are_of_one_kind():
    for error in (hearsay.ReadError, hearsay.AccountError, hearsay.UnknownNameError):
        assert issubclass(error, hearsay.Error)
    assert not issubclass(hearsay.Error, OSError)


def test_what_is_no_article(tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    with pytest.raises(hearsay.ReadError) as caught:
        hearsay.read(empty)
    assert (caught.value.where, caught.value.reason) == (str(empty), "is empty")
    with pytest.raises(hearsay.ReadError, match="is not UTF-8"):
        (tmp_path / "bytes.txt").write_bytes(b"Rain \xff fell.")
        hearsay.read(tmp_path / "bytes.txt")
    with pytest.raises(hearsay.ReadError, match="several articles"):
        hearsay.read("examples/harbour-fire")
    with pytest.raises(hearsay.ReadError, match="without an article.s text"):
        hearsay.read("<html></html>")


def test_one_bad_input_among_many_is_passed_over(tmp_path):
    (tmp_path / "a.txt").write_text("Rain fell in Ostrel on Monday.")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text("The river rose on Tuesday.")
    with pytest.warns(hearsay.ReadWarning, match="b.txt is empty"):
        assert [a.id for a in hearsay.read_all(tmp_path)] == ["a", "c"]
    told = []
    assert len(list(hearsay.read_all(tmp_path, on_problem=lambda where, why: told.append(why)))) == 2
    assert told == ["is empty"]
    with pytest.raises(hearsay.ReadError):
        list(hearsay.read_all(tmp_path, on_problem="raise"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(list(hearsay.read_all(tmp_path, on_problem="ignore"))) == 2


def test_a_reader_that_is_left_ends():
    articles = hearsay.read_all(*["examples/harbour-fire"] * 100)
    next(articles)
    articles.close()


def test_names_that_nothing_has():
    with pytest.raises(hearsay.UnknownNameError, match='"Daily Moth"') as caught:
        hearsay.report("examples/harbour-fire", without=["Nordwire", "Daily Moth"])
    assert caught.value.names == ["Daily Moth"]
    with pytest.raises(TypeError):
        hearsay.report("examples/harbour-fire", without="Nordwire")


def test_corrections_that_do_not_fit_are_told():
    with pytest.warns(hearsay.CorrectionWarning, match="line 2"):
        hearsay.report("examples/harbour-fire", corrections=["# mine", "this is no correction"])


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"format":"hearsay/account/1"}', b"\xff"])
def test_what_is_no_account(text):
    with pytest.raises(hearsay.AccountError):
        hearsay.Account.from_json(text)


def test_wrong_use():
    account = hearsay.report("examples/harbour-fire/01.txt")
    with pytest.raises(ValueError, match="no table"):
        account.to_pandas("nothing")
    with pytest.raises(ValueError, match="no kind"):
        account.export("docx")
    with pytest.raises(ValueError):
        account.export("csv", columns=["nothing"])
    with pytest.raises(ValueError, match="ending"):
        account.save("story.docx")
    with pytest.raises(ValueError):
        hearsay.mark("examples/harbour-fire/01.txt", threads=0)
    with pytest.raises(ValueError):
        list(hearsay.group([], window=0))
    with pytest.raises(ValueError, match="not a day"):
        list(hearsay.read_all("examples", since="soon"))
    with pytest.raises(TypeError):
        hearsay.report([17])


def test_nothing_gives_an_empty_account():
    account = hearsay.report([])
    assert (account.points, account.claims, account.title) == ([], [], "")
