"""From a folder of `claims/language/` to a Language: read, checked against the shape, kept for the process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from claims.errors import CrossfootError
from claims.language.morphology import Morphology
from claims.language.shape import SHAPE
from claims.language.shape_kinds import Kind, Shape
from claims.language.typed import IN_FORCE, Language
from claims.yaml_files import read_yaml

_ABOUT: Shape = {"name": "text", "stop_words": "words", "morphology": "text"}
_FORMS = tuple(name for name in vars(Morphology) if not name.startswith("_"))
_HOLDS: Mapping[Kind, tuple[type, ...]] = {
    "words": (list,),
    "rows": (list,),
    "records": (list,),
    "table": (dict,),
    "text": (str,),
    "number": (int, float),
}
_ELEMENTS: Mapping[Kind, tuple[type, ...]] = {"words": (str, int, float), "rows": (list,), "records": (dict,)}


class FaultyLanguage(CrossfootError):
    """A language's folder that lacks a list, or holds one of another shape; `path` names the language and the list."""


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages installed, sorted."""
    folders = files("claims").joinpath("language").iterdir()
    return tuple(sorted(each.name for each in folders if each.is_dir() and each.joinpath("about.yml").is_file()))


@cache
def load_language(code: str) -> Language:
    """The language of `claims/language/<code>/`, the same object each time.

    Raises FaultyLanguage if there is no such folder, or if a list or key of the shape is missing or of another kind.
    """
    if code not in languages():
        raise FaultyLanguage(f"language {code}", f"is not installed; there are {', '.join(languages())}")
    return language_from(files("claims").joinpath("language", code), code)


def put_in_force(code: str) -> None:
    """Open a language for the rest of a thread or process: what a pool of workers begins with."""
    IN_FORCE.set(load_language(code))


def language_from(folder: Traversable, code: str) -> Language:
    """The language of any folder of that shape. Raises FaultyLanguage as `load_language` does."""
    about = _about(folder, code)
    lists = {name: _list(folder, code, name, shape) for name, shape in SHAPE.items()}
    return Language(
        code=code,
        name=about["name"],
        stop_words=_stop_words(about),
        lists=lists,
        morphology=_morphology(about["morphology"], code),
    )


def _morphology(module: str, code: str) -> Morphology:
    try:
        found: Any = import_module(module)
    except ImportError as error:
        raise FaultyLanguage(f"language {code}", f"its module of word forms cannot be loaded ({error})") from None
    if lacking := [name for name in _FORMS if not callable(getattr(found, name, None))]:
        raise FaultyLanguage(f"language {code}", f"{module} lacks {', '.join(lacking)}")
    morphology: Morphology = found
    return morphology


@cache
def stop_words(code: str) -> frozenset[str]:
    """The words by which a text in an installed language is known; the rest of its folder stays unread."""
    return _stop_words(_about(files("claims").joinpath("language", code), code))


def _about(folder: Traversable, code: str) -> dict[str, Any]:
    return _list(folder, code, "about", _ABOUT)


def _stop_words(about: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(str(word).casefold() for word in about["stop_words"])


def _list(folder: Traversable, code: str, name: str, shape: Shape) -> dict[str, Any]:
    file = folder.joinpath(f"{name}.yml")
    if not file.is_file():
        raise FaultyLanguage(f"language {code}", f"the list {name}.yml is missing")
    found = read_yaml(file)
    for fault in _faults(found, shape, ""):
        raise FaultyLanguage(f"language {code}", f"the list {name}.yml {fault}")
    read: dict[str, Any] = found
    return read


def _faults(found: Any, shape: Shape, inside: str) -> Iterator[str]:
    if not isinstance(found, dict):
        yield f"holds no keys{inside and f' under {inside}'}"
        return
    for key, kind in shape.items():
        where = f"{inside}.{key}" if inside else key
        if key not in found:
            yield f"lacks the key {where}"
        elif isinstance(kind, Mapping):
            yield from _faults(found[key], kind, where)
        elif not _holds(found[key], kind):
            yield f"holds under {where} something else than {kind}"


def _holds(value: Any, kind: Kind) -> bool:
    if isinstance(value, bool) or not isinstance(value, _HOLDS[kind]):
        return False
    elements = _ELEMENTS.get(kind)
    members: list[Any] = value if isinstance(value, list) else []
    return elements is None or all(isinstance(each, elements) and not isinstance(each, bool) for each in members)
