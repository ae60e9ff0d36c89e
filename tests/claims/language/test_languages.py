"""A language: one typed object, checked as a whole when it is loaded, in force for a stretch and nowhere by default."""

from __future__ import annotations

import contextvars
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import yaml

import claims.language
from claims.language.choosing import choose, recognised
from claims.language.load import FaultyLanguage, language_from, languages, load_language
from claims.language.shape import SHAPE
from claims.language.typed import NoLanguage, language_in_force
from claims.language.words import of_language, vocabulary
from claims.numbers.read import read_numbers
from claims.text.plurals import singular
from claims.yaml_files import read_yaml

FOLDER = Path(claims.language.__file__).parent
ENGLISH = "We, the undersigned, write to you about the wells that were closed by the council."
FRENCH = "Nous, les soussignés, vous écrivons au sujet des puits qui ont été fermés par le conseil."


def outside(ask: Any) -> Any:
    """`ask()` where no language is in force."""
    return contextvars.Context().run(ask)


@pytest.mark.parametrize(
    "ask", [language_in_force, lambda: vocabulary("dates"), lambda: read_numbers("12 wells"), lambda: singular("wells")]
)
def test_nothing_is_looked_up_by_default(ask: Any) -> None:
    with pytest.raises(NoLanguage, match="no language is in force"):
        outside(ask)


def test_scopes_nest_and_end() -> None:
    def inside() -> list[str]:
        seen = []
        with load_language("en").in_force():
            seen.append(language_in_force().code)
            with load_language("fr").in_force():
                seen.append(language_in_force().code)
            seen.append(language_in_force().code)
        with pytest.raises(NoLanguage):
            language_in_force()
        return seen

    assert outside(inside) == ["en", "fr", "en"]


def test_a_scope_ends_when_what_is_read_in_it_fails() -> None:
    def inside() -> None:
        with pytest.raises(ZeroDivisionError), load_language("fr").in_force():
            1 / 0  # noqa: B018
        with pytest.raises(NoLanguage):
            language_in_force()

    outside(inside)


def test_threads_read_each_in_their_own_language() -> None:
    def read(code: str) -> str:
        with load_language(code).in_force():
            return str(read_numbers("1,234 hectares").quantities[0].value)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(read, ["en", "fr"] * 40)) == ["1234", "1.234"] * 40


def test_what_was_made_of_one_language_is_not_handed_to_another() -> None:
    @of_language
    def first_month() -> str:
        return str(vocabulary("dates")["months"][0][0])

    found = []
    for code in ("en", "fr", "en"):
        with load_language(code).in_force():
            found.append(first_month())
    assert found == ["january", "janvier", "january"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER / "fr", tmp_path / "xx"))


@pytest.mark.parametrize("name", sorted(SHAPE))
def test_a_missing_list_fails_with_its_name_and_its_language(folder: Path, name: str) -> None:
    (folder / f"{name}.yml").unlink()
    with pytest.raises(FaultyLanguage, match=rf"language xx: the list {name}\.yml is missing"):
        language_from(folder, "xx")


@pytest.mark.parametrize(
    ("name", "key", "value", "fault"),
    [
        ("dates", "months", None, r"dates\.yml lacks the key months"),
        ("dates", "months", "january", r"dates\.yml holds under months something else than rows"),
        ("dates", "weekdays", [True], r"dates\.yml holds under weekdays something else than words"),
        ("comparators", "tolerance", "much", r"comparators\.yml holds under tolerance something else than number"),
        ("comparators", "before", {">": []}, r"comparators\.yml lacks the key before\.>="),
        ("number_words", "units", [], r"number_words\.yml holds under units something else than table"),
    ],
)
def test_a_key_that_is_missing_or_of_another_kind_fails(
    folder: Path, name: str, key: str, value: Any, fault: str
) -> None:
    file = folder / f"{name}.yml"
    held = read_yaml(file)
    held.pop(key)
    file.write_text(yaml.safe_dump(held | ({} if value is None else {key: value}), allow_unicode=True))
    with pytest.raises(FaultyLanguage, match=rf"language xx: the list {fault}"):
        language_from(folder, "xx")


@pytest.mark.parametrize(
    ("module", "fault"),
    [("claims.language.xx.nowhere", "cannot be loaded"), ("claims.language.typed", "lacks is_plural")],
)
def test_a_module_of_word_forms_that_is_none_fails(folder: Path, module: str, fault: str) -> None:
    about = folder / "about.yml"
    text = about.read_text(encoding="utf-8").replace("claims.language.fr.french", module)
    about.write_text(text, encoding="utf-8")
    with pytest.raises(FaultyLanguage, match=rf"language xx: .*{fault}"):
        language_from(folder, "xx")


def test_a_language_that_is_not_installed_is_named_with_those_that_are() -> None:
    with pytest.raises(FaultyLanguage, match="language tlh: is not installed; there are en, fr"):
        load_language("tlh")


@pytest.mark.parametrize("code", languages())
def test_every_folder_installed_is_whole_and_holds_nothing_that_no_code_asks_for(code: str) -> None:
    assert load_language(code).code == code
    assert {path.stem for path in (FOLDER / code).glob("*.yml")} == {"about", *SHAPE}
    for name, shape in SHAPE.items():
        assert set(load_language(code).lists[name]) == set(shape), name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (FRENCH, "fr"),
        (ENGLISH * 5 + FRENCH, "en"),
        ("Lettre ouverte au maire\n" + FRENCH, "fr"),
        ("Alder Watch\nBeta Union", None),
        ("", None),
        ("Ми, що підписалися нижче", None),
    ],
)
def test_a_text_is_known_by_its_small_words(text: str, code: str | None) -> None:
    assert recognised(text) == code


def test_a_language_that_is_named_is_not_guessed() -> None:
    assert choose(ENGLISH, "fr").code == "fr"
    assert choose(FRENCH, "auto").code == "fr"
    assert choose("Alder Watch", "auto").code == "en"


def test_no_two_languages_share_a_small_word_by_which_they_are_known() -> None:
    shared = load_language("en").stop_words & load_language("fr").stop_words
    assert not shared
