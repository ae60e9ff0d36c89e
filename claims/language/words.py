"""General words as data: what a function asks of the language in force, and what it keeps of the answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial, wraps
from inspect import CO_VARARGS, CO_VARKEYWORDS
from typing import Any, ParamSpec, TypeVar, overload

from claims.language.typed import IN_FORCE, language_in_force, no_language

P = ParamSpec("P")
T = TypeVar("T")
Table = TypeVar("Table")

# Asked a hundred thousand times a letter: at hand itself, in half the time.
_in_force = IN_FORCE.get
_FEW_TABLES = 4
_SEVERAL = 2


def vocabulary(name: str) -> Any:
    """The list file `name` of the language in force; treat it as read-only, it is shared.

    Raises NoLanguage outside a language's scope, KeyError for a name that `claims.language.shape` does not declare.
    """
    return language_in_force().lists[name]


@overload
def of_language(function: Callable[P, T], /) -> Callable[P, T]: ...


@overload
def of_language(*, maxsize: int) -> Callable[[Callable[P, T]], Callable[P, T]]: ...


def of_language(function: Callable[..., Any] | None = None, /, *, maxsize: int | None = None) -> Any:
    """A cache for a function whose result depends on the words of a language: what it made is kept with each language,
    and for each of its arguments (hashable). To be used wherever `functools.cache` would keep one language's words for
    all.
    """
    if function is None:
        return partial(_kept, maxsize=maxsize)
    many = _many_arguments(function)
    if not many:
        return _once(function)
    if many > 1:
        return _kept(function, maxsize=maxsize)
    return _by_name(function) if maxsize is None else _kept_of_one(function, maxsize=maxsize)


def _many_arguments(function: Callable[..., Any]) -> int:
    """How many arguments a function takes: 0, 1 (to be given by its place), or more, where any is left to a name."""
    code = function.__code__
    if code.co_kwonlyargcount or code.co_flags & (CO_VARARGS | CO_VARKEYWORDS) or function.__defaults__:
        return _SEVERAL
    return code.co_argcount


def _once(function: Callable[[], T]) -> Callable[[], T]:
    """`_kept` for a function without arguments, as most patterns and word lists are: what it made is at hand itself."""

    @wraps(function)
    def of_the_one_in_force() -> T:
        try:
            return _in_force().made[function]  # type: ignore[no-any-return]
        except KeyError:
            made: T = _in_force().made.setdefault(function, function())
            return made
        except LookupError:
            raise no_language() from None

    return of_the_one_in_force


def _by_name(function: Callable[[Any], T]) -> Callable[[Any], T]:
    """`_kept` for one argument and all that was made: the lists of a language by their names, asked for every word."""

    @wraps(function)
    def of_the_one_in_force(name: Any) -> T:
        try:
            return _in_force().made[function][name]  # type: ignore[no-any-return]
        except KeyError:
            found = function(name)
            _in_force().made.setdefault(function, {})[name] = found
            return found
        except LookupError:
            raise no_language() from None

    return of_the_one_in_force


def _kept_of_one(function: Callable[[Any], T], *, maxsize: int) -> Callable[[Any], T]:
    """`_kept` for one argument, without packing it."""

    @wraps(function)
    def of_the_one_in_force(asked: Any) -> T:
        try:
            kept: Callable[[Any], T] = _in_force().made[function]
        except KeyError:
            kept = _in_force().made.setdefault(function, lru_cache(maxsize=maxsize)(function))
        except LookupError:
            raise no_language() from None
        return kept(asked)

    return of_the_one_in_force


def _kept(function: Callable[P, T], *, maxsize: int | None) -> Callable[P, T]:
    @wraps(function)
    def of_the_one_in_force(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            kept: Callable[P, T] = _in_force().made[function]
        except KeyError:
            kept = _in_force().made.setdefault(function, lru_cache(maxsize=maxsize)(function))
        except LookupError:
            raise no_language() from None
        return kept(*args, **kwargs)

    return of_the_one_in_force


def of_tables(function: Callable[[Table], T]) -> Callable[[Table], T]:
    """A cache for what a function makes of a language's words and of one table (a field, all its places).

    The table is known by the object itself: every figure asks, and it is too long to be compared each time. The last
    few are kept.
    """

    @wraps(function)
    def of_the_one_in_force(table: Table) -> T:
        kept = language_in_force().made.setdefault(function, {})
        found = kept.get(id(table))
        if found is None or found[0] is not table:
            if len(kept) >= _FEW_TABLES:
                kept.clear()
            found = kept[id(table)] = (table, function(table))
        result: T = found[1]
        return result

    return of_the_one_in_force
