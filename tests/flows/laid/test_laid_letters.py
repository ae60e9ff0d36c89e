"""A letter on the disk is the letter: read when it is asked for, held against others, made again where it is cut."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from claims.errors import CrossfootError
from claims.extraction import Extraction
from claims.language.load import load_language
from claims.model import Field, Letter
from expectations.check import check_across, check_between
from expectations.model import CheckedLetter
from flows import steps
from flows.laid.framed_values import framed, load_frames, store_frames
from flows.laid.gists import Gist, Teller, laid_before, lay, letters_by_id, letters_of, states_of
from flows.store.letter_states import letter_state
from reports.deciding.decisions import NONE
from reports.standing.list_order import order_of
from tests.factories import checked as make

TEXTS = (
    "Letter of the Harbour Union on the pier\n\n12 May 2024\n\nSince 1 February 2024 some 4,312 lanterns were sold by"
    " the Guild of Amber Wharf at the Northern Pier.\n\nSigned by 2 groups:\n1. Ferry Workers\n2. River Watch\n",
    "Letter of the Harbour Union on the pier\n\n12 May 2024\n\nSince 1 February 2024 some 4,132 lanterns were sold by"
    " the Guild of Amber Wharf at the Northern Pier.\n\nSigned by 3 groups:\n1. Ferry Workers\n2. River Watch\n"
    "3. Net Menders\n",
    "Letter on the coup\n\n3 June 2024\n\nSince the coup of 1 February 2021 4,000 people have been killed in"
    " Myanmar. In May 2024 we asked again.\n",
    "Letter on the coup again\n\n3 July 2024\n\nSince the coup of 1 February 2021 3,000 people have been killed in"
    " Myanmar.\n",
)  # fmt: skip


@pytest.fixture(scope="module")
def field() -> Field:
    return steps.load_references(None)[1]


@pytest.fixture(scope="module")
def letters(field: Field, tmp_path_factory: pytest.TempPathFactory) -> list[CheckedLetter]:
    from claims.readers.finding import FoundLetter

    found = [FoundLetter(path=f"{at}.txt", letter_id=f"l{at}", data=text.encode()) for at, text in enumerate(TEXTS)]
    results = steps.check_all(found, field, steps.load_references(None)[0])
    assert all(isinstance(one, CheckedLetter) for one in results)
    return [one for one in results if isinstance(one, CheckedLetter)]


def _laid(letters: list[CheckedLetter], folder: Path) -> list[Gist]:
    teller = Teller("r", make.reference_table(), steps.comparison(None), NONE)
    return [lay(one, teller, folder / str(at)) for at, one in enumerate(letters)]


def test_a_letter_comes_back_as_it_was(letters: list[CheckedLetter], tmp_path: Path) -> None:
    gists = _laid(letters, tmp_path)
    back = letters_of(gists)
    assert list(back) == letters
    assert (len(back), back[1], list(back[1:])) == (len(letters), letters[1], letters[1:])
    assert letters_by_id(gists)["l2"] == letters[2]
    assert [one.told.order for one in gists] == [order_of(one) for one in letters]
    assert list(states_of(gists)) == [letter_state(one) for one in letters]


def test_what_was_read_is_there_part_by_part(letters: list[CheckedLetter], tmp_path: Path) -> None:
    for gist, one in zip(_laid(letters, tmp_path), letters, strict=True):
        laid, whole = gist.extraction(), one.extraction
        with load_language("en").in_force():
            assert (laid.things, laid.sketch, laid.measured) == (whole.things, whole.sketch, whole.measured)
        for name in (each.name for each in fields(Extraction) if each.name != "letter"):
            assert getattr(laid, name) == getattr(whole, name), name
        for name in (each.name for each in fields(Letter)):
            assert getattr(laid.letter, name) == getattr(whole.letter, name), name
        assert laid.letter.place(whole.claims[0].span) == whole.letter.place(whole.claims[0].span)


def test_held_against_each_other_they_tell_what_letters_at_hand_tell(
    letters: list[CheckedLetter], field: Field, tmp_path: Path
) -> None:
    found = check_between([one.extraction() for one in _laid(letters, tmp_path)], field)
    assert found == check_across(letters, field)
    assert {one.letter_ids for one in found if one.status == "inconsistent"} >= {("l0", "l1"), ("l2", "l3")}


def test_a_letter_that_was_laid_down_is_told_again_without_it(letters: list[CheckedLetter], tmp_path: Path) -> None:
    (gist, *_) = _laid(letters, tmp_path)
    assert laid_before(tmp_path / "0") == gist
    assert laid_before(tmp_path / "never") is None


def test_a_letter_whose_page_is_gone_is_laid_down_anew(letters: list[CheckedLetter], tmp_path: Path) -> None:
    teller = Teller("r", None, steps.comparison(None), NONE)
    one = replace(letters[0])
    one.extraction.__dict__["kept_in"] = str(tmp_path / "gone")
    try:
        lay(one, teller, tmp_path / "0")
    finally:
        del one.extraction.__dict__["kept_in"]
    assert laid_before(tmp_path / "0") is None


@pytest.mark.parametrize("left", [0, 3, 40, -1])
def test_a_file_that_was_cut_short_is_not_used(tmp_path: Path, left: int) -> None:
    path = tmp_path / "a"
    store_frames(path, [framed({"a": 1}), framed("b" * 500)])
    assert load_frames(path) is not None
    path.write_bytes(path.read_bytes()[:left])
    assert load_frames(path) is None


def test_a_letter_that_goes_while_the_run_lasts_is_named(letters: list[CheckedLetter], tmp_path: Path) -> None:
    gists = _laid(letters, tmp_path)
    (tmp_path / "1").write_bytes(b"")
    with pytest.raises(CrossfootError, match="cannot be read any more"):
        list(letters_of(gists))
