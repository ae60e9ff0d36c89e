"""How three figures of a share or multiple stand to each other: the features by which they are weighed."""

from __future__ import annotations

import math
from collections.abc import Sequence

from claims.relations.figures import Figure, Figures, Told
from claims.relations.fits.quotients.quotient_triples import Triple
from claims.relations.fits.quotients.quotient_words import listed
from claims.relations.moving.move_steps import in_time
from claims.relations.pairing import nouns_meet
from claims.relations.phrasing import ends, starts, without_end, words_of

Features = dict[str, float]
_FAR = 4
_WORDS = 25
_AROUND = 6


def standing(figures: Figures, triple: Triple) -> Features:
    """Every feature of how the three stand, by name."""
    size, small, large = (term.figure for term in triple.terms)
    found = {
        **_operation(triple),
        **distances(figures, size, small, large),
        **_partitive(figures, size, small, large),
        **_said_of(figures, triple),
        **_kinds(figures, size, small, large),
        **_further(figures, triple),
        "ratio": min(3.0, math.log10(triple.large.value / triple.small.value)),
    }
    return {name: float(value) for name, value in found.items()}


def _operation(triple: Triple) -> Features:
    return {f"op_{name}": triple.operation == name for name in ("less", "more", "times")}


def distances(figures: Figures, size: Figure, small: Figure, large: Figure) -> Features:
    """How far in sentences and words, in which order, and how many other figures lie between."""
    order = "".join(
        name
        for _, name in sorted(((one.sentence, one.first), n) for one, n in ((size, "p"), (small, "s"), (large, "l")))
    )
    found: Features = {f"order_{name}": order == name for name in ("slp", "lsp", "psl", "pls", "spl")}
    for name, one, other in (("ps", size, small), ("pl", size, large), ("sl", small, large)):
        gap = abs(one.sentence - other.sentence)
        found[f"same_{name}"] = gap == 0
        found[f"sentences_{name}"] = min(gap, _FAR)
        found[f"words_{name}"] = min(_words_between(figures, one, other), _WORDS) / 10
        found[f"between_{name}"] = min(_figures_between(figures, one, other), _FAR)
        found[f"adjacent_{name}"] = _figures_between(figures, one, other) == 0
    found["paragraph"] = size.paragraph == small.paragraph == large.paragraph
    found["one_sentence"] = size.sentence == small.sentence == large.sentence
    found["ahead"] = max(small.sentence, large.sentence) > size.sentence
    return found


def _further(figures: Figures, triple: Triple) -> Features:
    """Whether the large figure is one that the letter has told more than once, and whether it stands far off."""
    large, value = triple.large.figure, triple.large.figure.claim.quantity.value
    told = sum(
        one.claim.quantity.value == value
        for sentence in figures.sentences[: triple.size.figure.sentence + 1]
        for one in sentence.counts
    )
    return {"repeated": min(told, 4), "far": triple.size.figure.sentence - large.sentence > _FAR}


def _words_between(figures: Figures, one: Figure, other: Figure) -> int:
    first, last = sorted((one, other), key=lambda figure: (figure.sentence, figure.first))
    if first.sentence == last.sentence:
        return max(0, last.first - first.stop)
    whole = sum(len(figures.sentences[at].norms) for at in range(first.sentence + 1, last.sentence))
    return len(figures.told(first).norms) - first.stop + whole + last.first


def _figures_between(figures: Figures, one: Figure, other: Figure) -> int:
    first, last = sorted(((one.sentence, one.first), (other.sentence, other.first)))
    return sum(
        first < (figure.sentence, figure.first) < last
        for at in range(first[0], last[0] + 1)
        for figure in figures.sentences[at].counts
        if figure.is_amount and not figure.is_one
    )


def _partitive(figures: Figures, size: Figure, small: Figure, large: Figure) -> Features:
    """Words of a part: "40 of the 90", "of 90 wells 40", "40 (45%)", "45% of them"."""
    told_small, told_large, told_size = (figures.told(one) for one in (small, large, size))
    before_large, before_size = _bare(told_large, large), _bare(told_size, size)
    after_size = told_size.norms[size.stop : size.stop + _AROUND]
    gap = told_small.norms[small.stop : large.first] if small.sentence == large.sentence else ()
    behind = told_size.norms[small.stop : size.first] if small.sentence == size.sentence else ()
    back = told_size.norms[size.stop : small.first] if small.sentence == size.sentence else ()
    return {
        "of_large": bool(ends(before_large, "of_whole")),
        "of_between": bool(gap) and len(gap) <= 4 and bool(ends(_plain(gap), "of_whole")),
        "of_small": bool(ends(_bare(told_small, small), "of_whole")),
        "the_large": bool(ends(told_large.norms[max(0, large.first - 2) : large.first], "articles")),
        "said_again": bool(ends(before_size, "apposition") or ends(before_size, "comma")),
        "bracket": bool(before_size[-1:] == ("(",)),
        "bracket_of_small": bool(behind) and len(behind) <= 3 and behind[-1:] == ("(",),
        "beside_small": bool(behind) and len(behind) <= 4,
        "small_said_again": 0 < len(back) <= 8 and _says_again(back),
        "size_of": bool(starts(after_size, "of_whole")),
        "size_of_these": bool(starts(after_size, "of_these")),
        "size_opens": not told_size.before(size) or size.first <= 3,
        "large_of_these": bool(starts(told_small.norms[small.stop :][:_AROUND], "of_these")),
        "closed_behind": bool(starts(after_size, "closers")) or not after_size,
    }  # fmt: skip


def _says_again(words: Sequence[str]) -> bool:
    return bool(ends(_plain(words), "apposition") or ends(_plain(words), "comma"))


def _bare(told: Told, figure: Figure) -> Sequence[str]:
    return _plain(told.norms[max(0, figure.first - _AROUND) : figure.first])


def _plain(words: Sequence[str]) -> Sequence[str]:
    return without_end(without_end(words, "articles"), "hedges")


def says_change(figures: Figures, size: Figure) -> bool:
    """Whether words around a size call it that of a change: "by a third", "40 per cent less", "an increase of"."""
    told = figures.told(size)
    before, after = told.norms[max(0, size.first - _AROUND) : size.first], told.norms[size.stop : size.stop + 2]
    return size.claim.quantity.direction is not None or any(
        word in words_of("ups") | words_of("downs") for word in (*before, *after)
    )


def _said_of(figures: Figures, triple: Triple) -> Features:
    """Words of a change, of what is not or no longer there, and of comparison around the size."""
    size, small, large = (term.figure for term in triple.terms)
    told = figures.told(size)
    before, after = told.norms[max(0, size.first - _AROUND) : size.first], told.norms[size.stop : size.stop + 4]
    around = (*before, *after)
    up = any(word in words_of("ups") for word in around) or size.claim.quantity.direction == "up"
    down = any(word in words_of("downs") for word in around) or size.claim.quantity.direction == "down"
    further = words_of("more") | listed("again")
    by = any(word in listed("measures") for word in before[-2:]) or any(word in further for word in after)
    gone = any(word in listed("gone") for word in around)
    no = any(word in listed("nots") for word in (*before[-3:], *told.norms[size.stop : size.stop + 7]))
    less, more, times = (triple.operation == name for name in ("less", "more", "times"))
    part = triple.operation == "part"
    later = in_time(small, large)
    first, last = (small, large) if _is_later(large, small) else (large, small)
    compared = _compared(figures, first, last)
    return {
        "up_part": part and up, "up_less": less and up, "up_more": more and up,
        "down_part": part and down, "down_less": less and down, "down_more": more and down,
        "by_part": part and by, "by_less": less and by, "by_more": more and by,
        "gone_part": part and gone, "gone_less": less and gone,
        "not_part": part and no, "not_less": less and no,
        "plain_less": less and not (down or by or gone or no), "plain_more": more and not (up or by),
        "compared_part": part and compared, "compared_less": less and compared, "compared_more": more and compared,
        "compared_times": times and compared,
        "times_part": part and later is not None, "times_less": less and later is not None and later[0] is large,
        "times_more": more and later is not None and later[0] is small,
        "against_less": less and later is not None and later[0] is small,
        "against_more": more and later is not None and later[0] is large,
        "told_up": more and first is small, "told_down": less and first is large,
        "of_less": less and bool(starts(after, "of_whole")), "of_more": more and bool(starts(after, "of_whole")),
        "noun_as_part": part and nouns_meet(small.noun or "-", large.noun or "+"),
        "noun_as_change": (less or more) and nouns_meet(small.noun or "-", large.noun or "+"),
        "size_percent": size.claim.quantity.dimension == "percentage",
    }  # fmt: skip


def _compared(figures: Figures, first: Figure, last: Figure) -> bool:
    """ "from 40 to 60", "60, compared with 40"."""
    told = figures.told(last)
    gap = told.norms[first.stop : last.first] if first.sentence == last.sentence else told.norms[: last.first]
    bare = _plain(gap[-_AROUND:])
    return bool(ends(bare, "compared") or ends(bare, "to_words"))


def _is_later(one: Figure, other: Figure) -> bool:
    return (one.sentence, one.first) > (other.sentence, other.first)


def _kinds(figures: Figures, size: Figure, small: Figure, large: Figure) -> Features:
    """Nouns and dimensions, and where the sentences stand."""
    ours, theirs = small.claim.quantity, large.claim.quantity
    named = figures.told(size).norms[size.stop : size.stop + _AROUND]
    return {
        "noun_small": small.noun is not None,
        "noun_large": large.noun is not None,
        "one_noun": small.noun is not None and small.noun == large.noun,
        "other_nouns": small.noun is not None and large.noun is not None and not nouns_meet(small.noun, large.noun),
        "other_dimension": ours.dimension != theirs.dimension,
        "money": "money" in (ours.dimension, theirs.dimension),
        "names_large": large.noun is not None and any(word.startswith(large.noun[:5]) for word in named),
        "bound": any(one.claim.quantity.comparator not in ("=", "~") for one in (small, large)),
        "size_bound": size.claim.quantity.comparator != "=",
        "list": any(figures.told(one).kind != "body" for one in (size, small, large)),
        "other_list": len({figures.told(one).kind for one in (size, small, large)}) > 1,
        "tiny": ours.value <= 3,
    }
