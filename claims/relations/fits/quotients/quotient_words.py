"""The closed classes of words that features of quotients ask for, and what by them a figure is so much per."""

from __future__ import annotations

from claims.language.words import of_language, vocabulary
from claims.relations.figures import Figure, Figures, Told
from claims.relations.fits.quotients.quotient_terms import is_rated
from claims.relations.moving.rate_words import EACH, per_of, unit_of_manner
from claims.relations.phrasing import Words, holds, starts, words_of
from claims.text.plurals import is_plural, singular

_AROUND = 6
_BEHIND = 4
_BACK = 3


@of_language
def listed(key: str) -> frozenset[str]:
    """A list of `fits_quotients.yml` as a set."""
    return frozenset(str(word) for word in vocabulary("fits_quotients")[key])


def per_unit(told: Told, figure: Figure) -> str | None:
    """What a figure is so much per: "month", "bed", "each"; `None` for one that no word calls a rate."""
    if not is_rated(figure) or figure.claim.quantity.dimension == "multiple":
        return None
    before, after = told.norms[max(0, figure.first - _AROUND) : figure.first], _behind_unit(told, figure)
    known = per_of(told, figure) or _to_one(after)
    if known is not None:
        return known
    for word in (*reversed(before), *after):
        if (unit := unit_of_manner(word)) is not None:
            return unit
    for at, word in enumerate(after):
        if word in words_of("each") or word in listed("every"):
            return singular(after[at + 1]) if at + 1 < len(after) and after[at + 1].isalpha() else EACH
        if word in words_of("time_units") and at and after[at - 1] in words_of("articles"):
            return word
        if word in listed("to_one") and at + 2 < len(after) and after[at + 1] in listed("one_of"):
            return singular(after[at + 2])
    every = any(word in listed("every") for word in before[-3:])
    return EACH if every or holds(before[-_BEHIND:], "average") else None


def _behind_unit(told: Told, figure: Figure) -> Words:
    """The words behind a figure and its unit: "a family" of "5,000 dollars a family"."""
    after = told.norms[figure.stop :][: _BEHIND + 1]
    unit = (figure.claim.quantity.unit or "").rsplit(maxsplit=1)[-1:]
    own = figure.claim.quantity.dimension == "money" and after[:1] and singular(after[0]) in unit
    return after[1:] if own else after[:_BEHIND]


def _to_one(after: Words) -> str | None:
    """ "a family", "per animal" right behind the unit."""
    taken = starts(after, "per")
    named = after[taken] if taken and taken < len(after) else ""
    return singular(named) if named.isalpha() else None


def names_a_whole(told: Told, figure: Figure) -> bool:
    """Whether a share is said of a whole with a name of its own: "of the whole Faculty", not "of the whole"."""
    behind = told.norms[figure.stop :][: _BEHIND + 1]
    at = next((at for at, word in enumerate(behind) if word in listed("wholes")), None)
    named = at is not None and any(word.isalpha() for word in behind[at + 1 : at + 2])
    return named and bool(starts(behind, "of_whole"))


def names_new(figures: Figures, size: Figure) -> bool:
    """Whether the sentence of a size opens with a noun that the sentences before it do not have."""
    told = figures.told(size)
    article = bool(starts(told.norms, "articles"))
    head = told.norms[article] if article < len(told.norms) else ""
    plain = words_of("size_words") | words_of("size_glue") | words_of("size_leads") | words_of("subjects_taken_up")
    if not head.isalpha() or head in plain | words_of("change_heads") or not (article or is_plural(head)):
        return False
    before = figures.sentences[max(0, size.sentence - _BACK) : size.sentence]
    return singular(head) not in {singular(word) for each in before for word in each.norms}
