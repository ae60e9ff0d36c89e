"""Which action governs a figure: "killed 31 people", "31 people were killed", "31 deaths", "forced 31 people to
flee".

The nearest listed action on either side decides, with nothing between it and the figure but words that can stand
there; an unknown verb between them ("arrested 30 people and fined 200") cuts it off.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.language.words import of_language, vocabulary
from claims.measures.actions import Action, action_index
from claims.model import Span
from claims.quick_records import dataclass
from claims.text.phrases import Hit, Word

_REACH = 12
_AND_COST = 2
_MODAL_REACH = 4
_HARD = frozenset(".;:!?—–()[]")


@dataclass(frozen=True, slots=True)
class Governor:
    """The action found: its families, whether it is the counted thing itself, whether its form names no doer.

    `supposed`: it is only possible or planned ("could displace 30,000 people"); `foretold`: and neither denied nor only
    planned. `span` is its place in the sentence.
    """

    families: tuple[str, ...]
    span: Span
    counted_itself: bool
    weak: bool
    supposed: bool
    foretold: bool


def governor(tokens: Sequence[Word], figure: range, figures: Sequence[range]) -> Governor | None:
    """The action that governs the figure at token indexes `figure`; `figures` are all figures of the sentence,
    sorted.
    """
    inside = _inside(tokens, figure)
    if inside is not None:
        return _made(tokens, inside, counted_itself=True)
    left, right = _leftward(tokens, figure, figures), _rightward(tokens, figure, figures)
    found = [side for side in (right, left) if side is not None]
    if not found:
        return None
    return _made(tokens, min(found, key=lambda side: side[0])[1], counted_itself=False)


def _made(tokens: Sequence[Word], hit: Hit[Action], *, counted_itself: bool) -> Governor:
    words = vocabulary("measure_words")
    action = hit.payloads[0]
    form = " ".join(token.norm for token in tokens[hit.first : hit.last])
    also = words["also"].get(action.family)
    # A month is no modal: "on 2 May 2023 shelling killed 9".
    before = [token.norm for token in tokens[max(0, hit.first - _MODAL_REACH) : hit.first] if not _named(token)]
    holding = any(norm in words["holding"] for norm in before)
    means = (also["means"],) if also is not None and form in also["by"] and not holding else ()
    families = (action.family, *means)
    return Governor(
        families=families,
        span=Span(tokens[hit.first].span.start, tokens[hit.last - 1].span.end),
        counted_itself=counted_itself,
        weak=action.weak,
        supposed=any(norm in words["modals"] for norm in before),
        foretold=all(norm in words["foretold"] for norm in before if norm in words["modals"]),
    )


def _named(token: Word) -> bool:
    return token.span.start > 0 and token.text[:1].isupper()


def _inside(tokens: Sequence[Word], figure: range) -> Hit[Action] | None:
    """ "31 deaths", "3,000 arrests", "22,000 arrested": the counted word is the action."""
    hits = action_index().find(tokens[figure.start : figure.stop])
    for hit in reversed(hits):
        if hit.last == len(figure) and {"nouns", "after"} & set(hit.payloads[0].sides):
            return Hit(hit.first + figure.start, hit.last + figure.start, hit.payloads)
    return None


def _leftward(tokens: Sequence[Word], figure: range, figures: Sequence[range]) -> tuple[int, Hit[Action]] | None:
    """The action before a figure, over the other figures of a list ("killed [22 children and] two teachers").

    An "and" with no figure behind it cuts off: in "5,100 were injured and 114 are missing" nobody is said to be
    injured twice.
    """
    start = max(0, figure.start - 3 * _REACH)
    found = action_index().find(tokens[start : figure.start])
    hits = {hit.last + start: hit for hit in found if "before" in hit.payloads[0].sides}
    index, cost, joined = figure.start, 0, False
    while index >= start and cost < _REACH:
        hit = hits.get(index)
        if hit is not None:
            return None if joined else (cost, Hit(hit.first + start, index, hit.payloads))
        other = next((f for f in figures if f.stop == index and len(f)), None)
        if other is not None:
            index, joined = other.start, False
            continue
        index -= 1
        step = _step(tokens, index, figures) if index >= start else None
        if step is None:
            return None
        cost, joined = cost + step, joined or step >= _AND_COST
    return None


def _rightward(tokens: Sequence[Word], figure: range, figures: Sequence[range]) -> tuple[int, Hit[Action]] | None:
    end = min(len(tokens), figure.stop + 3 * _REACH)
    found = action_index().find(tokens[figure.stop : end])
    hits = {hit.first: hit for hit in found if "after" in hit.payloads[0].sides}
    index, cost = past_aside(tokens, figure.stop, end), 0
    if index == figure.stop and index < end and tokens[index].text == "," and _in_aside(tokens, figure):
        index += 1
    while index < end and cost < _REACH:
        hit = hits.get(index - figure.stop)
        if hit is not None and _has_own_figure(hit, figure.stop, index, cost, figures):
            return None
        if hit is not None:
            return cost, Hit(hit.first + figure.stop, hit.last + figure.stop, hit.payloads)
        other = next((f for f in figures if f.start == index and len(f)), None)
        if other is not None:
            index = other.stop
            cost += 1
            continue
        step = _step(tokens, index, figures, rightward=True)
        if step is None:
            return None
        cost += step
        index += 1
    return None


def _has_own_figure(hit: Hit[Action], shift: int, at: int, cost: int, figures: Sequence[range]) -> bool:
    """ "120 air raids … and burned down 450 homes": behind an "and" the action belongs to the figure after it."""
    return cost >= _AND_COST and "before" in hit.payloads[0].sides and any(f.start == hit.last + shift for f in figures)


def _in_aside(tokens: Sequence[Word], figure: range) -> bool:
    """ "29 people, including 11 children, were killed": the figure stands in an aside, and the verb behind it is its
    own.
    """
    before = [token.norm for token in tokens[max(0, figure.start - 6) : figure.start]]
    return any(norm in vocabulary("clauses")["asides"] for norm in before) and "," in before


def past_aside(tokens: Sequence[Word], index: int, end: int) -> int:
    """ "300 people, most of them women, were killed": on from behind the aside, if there is one."""
    if index >= end or tokens[index].text not in ",(—–":
        return index
    closing = {",": ",", "(": ")"}.get(tokens[index].text, tokens[index].text)
    close = next((i for i in range(index + 1, min(end, index + 16)) if tokens[i].text == closing), None)
    return close + 1 if close is not None else index


def _step(tokens: Sequence[Word], index: int, figures: Sequence[range], *, rightward: bool = False) -> int | None:
    """What it costs to pass a token, None where it cannot be passed."""
    token = tokens[index]
    if token.text in _HARD:
        return None
    if token.text == ",":
        beside = any(f.stop == index or f.start == index + 1 for f in figures)
        return _AND_COST if beside and not rightward else None
    if token.norm in vocabulary("clauses")["costly"]:
        return _AND_COST
    if (
        token.norm in passable()
        or token.norm.endswith(tuple(vocabulary("nouns")["adverb_endings"]))
        or not token.is_word
    ):
        return 1 if token.is_word or token.text in "'\"“”" else None
    # "300 people in Yangon were killed": a name on the way, but not one that begins a new sentence part.
    if rightward and (token.text[:1].isupper() or token.norm in vocabulary("place_words")["prepositions"]):
        return 1
    return None


@of_language
def passable() -> frozenset[str]:
    """Words that may stand between an action and its figure."""
    words = vocabulary("measure_words")
    return frozenset([*words["states"], *words["plain"], *words["between"]])
