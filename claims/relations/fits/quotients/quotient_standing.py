"""How three figures of a share, a change or a multiple stand to each other: the features by which they are weighed."""

from __future__ import annotations

import math

from claims.relations.figures import Figure
from claims.relations.fits.evidence import Features
from claims.relations.fits.quotients.quotient_cues import Cue, Scene, period_of
from claims.relations.fits.quotients.quotient_distances import distances
from claims.relations.fits.quotients.quotient_fitting import Operation, Triple
from claims.relations.moving.move_steps import in_time
from claims.relations.pairing import nouns_meet

_FAR = 4
_CLOSE = 4
_MOST_TOLD = 4
_LITTLE = 3
_RATIO = 3.0
_BY_KIND: dict[str, tuple[str, ...]] = {
    kind: tuple(f"{what}_{kind}" for what in ("up", "down", "by", "gone", "no", "compared", "times", "dated", "of"))
    for kind in ("part", "less", "more", "differ")
}
_NOTHING_SAID = {name: False for names in _BY_KIND.values() for name in names}
_OPERATIONS = (("op_less", "less"), ("op_more", "more"), ("op_times", "times"))
_CHANGES: tuple[Operation, ...] = ("less", "more", "differ")


def standing(scene: Scene, triple: Triple) -> Features:
    """Every feature of how the three stand, by name."""
    size, small, large = (term.figure for term in triple.terms)
    found = {
        **{named: triple.operation == name for named, name in _OPERATIONS},
        **distances(scene, size, small, large),
        **_partitive(scene, size, small, large),
        **_said_of(scene, triple),
        **_named(scene, triple),
        **_kinds(scene, size, small, large),
        "ratio": min(_RATIO, math.log10(triple.large.value / triple.small.value)),
        "repeated": min(scene.times_told(large, size.sentence), _MOST_TOLD),
        "far": size.sentence - large.sentence > _FAR,
        **_of_others(scene, triple),
    }
    return {name: float(value) for name, value in found.items()}


def _of_others(scene: Scene, triple: Triple) -> dict[str, float]:
    """Whether a sentence that holds neither of the two names something new before the size of a change: "Profits went
    from 3 to 4 million. The dividend rose by 9 per cent"; or the size of a part.
    """
    size, small, large = (term.figure for term in triple.terms)
    apart = size.sentence not in (small.sentence, large.sentence)
    change, fresh = triple.operation != "part", apart and scene.is_fresh(size)
    return {"fresh_change": change and fresh, "fresh_part": not change and fresh, "apart_change": change and apart}


def differing(scene: Scene, triple: Triple) -> Features:
    """The features of a difference: what the larger has more than the smaller."""
    found = standing(scene, triple)
    size, small, large = (term.figure for term in triple.terms)
    more = {
        "size_as_small": bool(size.noun) and bool(small.noun) and nouns_meet(size.noun or "", small.noun or ""),
        "size_as_large": bool(size.noun) and bool(large.noun) and nouns_meet(size.noun or "", large.noun or ""),
        "size_bare": scene.cue(size).noun == "",
        "size_small": triple.size.value < 10,
    }
    return {**found, **{name: float(value) for name, value in more.items()}}


def _partitive(scene: Scene, size: Figure, small: Figure, large: Figure) -> dict[str, float]:
    """Words of a part: "40 of the 90", "of 90 wells 40", "40 (45%)", "45% of them"."""
    ours, part, whole = scene.cue(size), scene.cue(small), scene.cue(large)
    behind, back = ours.word - part.word_end, part.word - ours.word_end
    gap = whole.word - part.word_end
    one = size.sentence == small.sentence
    return {
        "of_large": whole.of_whole,
        "of_between": whole.of_whole and small.sentence == large.sentence and 0 < gap <= _CLOSE,
        "of_small": part.of_whole,
        "the_large": whole.the,
        "said_again": ours.said_again,
        "drawn": ours.drawn,
        "bracket": ours.bracket,
        "bracket_of_small": one and ours.bracket and 0 < behind <= _LITTLE,
        "beside_small": one and 0 < behind <= _CLOSE,
        "small_said_again": one and 0 < back <= 2 * _CLOSE and part.said_again,
        "size_of": ours.of,
        "size_of_these": ours.of_these,
        "size_opens": ours.opens,
        "large_of_these": part.of_these,
        "closed_behind": ours.closed,
    }


def _said_of(scene: Scene, triple: Triple) -> dict[str, float]:
    """Words of a change, of what is not or no longer there, and of comparison around the size."""
    size, small, large = (term.figure for term in triple.terms)
    ours, name = scene.cue(size), triple.operation
    by, later = ours.by or ours.more, in_time(small, large)
    first, last = (small, large) if scene.cue(large).word > scene.cue(small).word else (large, small)
    compared, went = scene.cue(last).compared, scene.cue(last).to
    dated = _dated(scene, small, large)
    change = name in _CHANGES
    found: dict[str, float] = dict(_NOTHING_SAID)
    if name in _BY_KIND:
        by_words = ours.up, ours.down, by, ours.gone, ours.no, compared or went
        found |= zip(_BY_KIND[name], (*by_words, later is not None, dated != 0, ours.of), strict=True)
    return {
        **found,
        "plain_less": name == "less" and not (ours.down or by or ours.gone or ours.no),
        "plain_more": name == "more" and not (ours.up or by),
        "compared_times": name == "times" and (compared or went),
        "from_to": change and went and scene.cue(first).start,
        "along": change and _along(later, small, large, name, ours),
        "against": change and _against(later, small, large, name, ours),
        "told_up": name == "more" and first is small,
        "told_down": name == "less" and first is large,
        "turned": change and first is (large if ours.up else small) and ours.up != ours.down and not compared,
        "dated_up": change and ours.up and dated > 0,
        "dated_down": change and ours.down and dated < 0,
        "dated_against": change and ours.up != ours.down and dated == (-1 if ours.up else 1),
        "size_percent": size.claim.quantity.dimension == "percentage",
    }


_Later = tuple[Figure, Figure] | None


def _along(later: _Later, small: Figure, large: Figure, name: Operation, ours: Cue) -> bool:
    """Whether the times of the two go the way that the operation, or the words, want."""
    if later is None:
        return False
    up = name == "more" or (name == "differ" and ours.up)
    return later[0] is (small if up else large)


def _against(later: _Later, small: Figure, large: Figure, name: Operation, ours: Cue) -> bool:
    if later is None or (name == "differ" and not ours.up and not ours.down):
        return False
    return not _along(later, small, large, name, ours)


def _dated(scene: Scene, small: Figure, large: Figure) -> int:
    """1 where words place the large later, -1 where earlier, 0 where neither."""
    gap = scene.cue(large).time - scene.cue(small).time
    return (gap > 0) - (gap < 0)


def _named(scene: Scene, triple: Triple) -> dict[str, float]:
    """What the nouns and times of the three say."""
    size, small, large = (term.figure for term in triple.terms)
    ours, part, whole = scene.cue(size), scene.cue(small), scene.cue(large)
    change = triple.operation in _CHANGES
    times = [period_of(one.claim) for one in (size, small, large)]
    alike = bool(small.noun and large.noun and nouns_meet(small.noun, large.noun))
    return {
        "names_large": bool(whole.noun) and whole.noun in ours.stems,
        "names_small": bool(part.noun) and part.noun in ours.stems,
        "names_other": ours.of and not ours.of_these and bool(whole.noun) and whole.noun not in ours.stems,
        "noun_as_part": alike and not change,
        "noun_as_change": alike and change,
        "one_unit": bool(part.noun) and part.noun == whole.noun,
        "years_part": not change and times[1] is not None and times[2] is not None and times[1] != times[2],
        "years_change": change and times[1] is not None and times[2] is not None and times[1] != times[2],
        "year_change": change and times[1] is not None and times[1] == times[2],
        "other_year": times[0] is not None and any(one is not None for one in times[1:]) and times[0] not in times[1:],
    }


def _kinds(scene: Scene, size: Figure, small: Figure, large: Figure) -> dict[str, float]:
    """Nouns and dimensions, and where the sentences stand."""
    ours, theirs = small.claim.quantity, large.claim.quantity
    kinds = {scene.figures.told(one).kind for one in (size, small, large)}
    return {
        "noun_small": small.noun is not None,
        "noun_large": large.noun is not None,
        "other_nouns": small.noun is not None and large.noun is not None and not nouns_meet(small.noun, large.noun),
        "other_dimension": ours.dimension != theirs.dimension,
        "money": "money" in (ours.dimension, theirs.dimension),
        "timed": "duration" in (ours.dimension, theirs.dimension),
        "averages": small.is_average and large.is_average,
        "average": small.is_average != large.is_average,
        "bound": any(one.claim.quantity.comparator not in ("=", "~") for one in (small, large)),
        "size_bound": size.claim.quantity.comparator != "=",
        "list": kinds != {"body"},
        "other_list": len(kinds) > 1,
        "tiny": ours.value <= _LITTLE,
        "one_small": ours.value < 1,
    }


def says_change(scene: Scene, size: Figure) -> bool:
    """Whether words around a size call it that of a change: "by a third", "40 per cent less", "an increase of"."""
    cue = scene.cue(size)
    return cue.up or cue.down
