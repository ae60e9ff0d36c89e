"""The weights of lengths and their days: `python -m tests.benchmarks.fits.date_rows [--write]`, some minutes.

Two stages, as in `claims/relations/fits/dates.py`: how surely words and places tie a length to two days, and how surely
a length that misses them by a slip is an error. Prints what is found and falsely alarmed of each set by weights learned
from the others, and with `--write` puts those learned from all of them into `claims/relations/fits/weights.yml`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import Pool

from claims.language.load import load_language
from claims.relations.fits.dates import Tied, fit_features, may_be_wrong, wrong_of
from claims.relations.fits.dates_lengths import stretches
from claims.relations.fits.dates_pairs import Candidate, candidates
from claims.relations.fits.dates_ties import tie_features
from claims.relations.fits.evidence import Evidence
from claims.relations.spans.spans_scene import Scene, read_scene
from tests.benchmarks.fits.learning import Learned, Row, learn, sets_named, write
from tests.benchmarks.fits.readings import reading_of
from tests.benchmarks.fits.spent import Letter, Planted, letters

RULES = frozenset({"duration", "ordinal", "date-order"})
TIES, FITS = 0.5, 2.4
"""The thresholds of the two stages."""
TIE_RIDGE, FIT_RIDGE = 8.0, 4.0
_NEAR = 3
_WORKERS = 3

Place = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Candidacy:
    """A candidate: its tie's features, whether its days are those meant (None: not known), whether it fits them."""

    candidate: Candidate
    features: dict[str, float]
    meant: bool | None
    touched: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A clean letter or a planted copy of one, with the candidates of each of its lengths."""

    of: str
    name: str
    clean: bool
    lengths: tuple[tuple[Candidacy, ...], ...]


def main() -> None:
    with Pool(_WORKERS) as pool:
        texts = [text for some in pool.imap_unordered(_in_english, letters()) for text in some]
    with load_language("en").in_force():
        _learn(texts)


def _learn(texts: Sequence[Text]) -> None:
    if "--write" in sys.argv:
        ties, fits = learned(texts)
        write("dates_ties", ties, TIES)
        write("dates", fits, FITS)
    for of in sorted(sets_named(sys.argv[1:]) or {text.of for text in texts}):
        evidence = _evidence(*learned([text for text in texts if text.of != of]))
        print(_report(of, [text for text in texts if text.of == of], *evidence), flush=True)


def _in_english(letter: Letter) -> list[Text]:
    with load_language("en").in_force():
        return list(_texts(letter))


def learned(texts: Sequence[Text]) -> tuple[Learned, Learned]:
    """The weights of the ties, and of the fits given those."""
    ties = learn([row for text in texts for row in _tie_rows(text)], TIE_RIDGE)
    return ties, learn([row for text in texts for row in _fit_rows(text, _weighing(ties, TIES))], FIT_RIDGE)


def _tie_rows(text: Text) -> Iterator[Row]:
    for length in text.lengths:
        for one in length:
            if one.meant is not None:
                yield Row(text.of, text.name, text.clean, one.features, error=one.meant)


def _fit_rows(text: Text, ties: Evidence) -> Iterator[Row]:
    for length in text.lengths:
        tied = _tied(length, ties)
        for one, candidacy in zip(tied, length, strict=True):
            if (text.clean or candidacy.touched) and may_be_wrong(one, tied):
                error = not text.clean and bool(candidacy.meant)
                yield Row(text.of, text.name, text.clean, fit_features(one, tied), error=error)


def _tied(length: Sequence[Candidacy], ties: Evidence) -> list[Tied]:
    return [Tied(one.candidate, ties.score(one.features)) for one in length]


def _weighing(learned: Learned, threshold: float) -> Evidence:
    return Evidence(weights=learned.weights, bias=learned.bias, threshold=threshold)


def _evidence(ties: Learned, fits: Learned) -> tuple[Evidence, Evidence]:
    return _weighing(ties, TIES), _weighing(fits, FITS)


def _report(of: str, texts: Sequence[Text], ties: Evidence, fits: Evidence) -> str:
    told = []
    for threshold in (1.4, 1.8, 2.2, 2.6):
        weighed = Evidence(weights=fits.weights, bias=fits.bias, threshold=threshold)
        found = {text.name for text in texts if _alarms(text, ties, weighed)}
        planted = {text.name for text in texts if not text.clean}
        alarmed = found - planted
        told.append(f"{of} at {threshold}: {len(found & planted)} of {len(planted)} found, alarmed {sorted(alarmed)}")
    return "\n".join(told)


def _alarms(text: Text, ties: Evidence, fits: Evidence) -> bool:
    """Whether a length is told to be wrong: in a planted copy, one that touches the slip."""
    for length in text.lengths:
        tied = _tied(length, ties)
        wrong = wrong_of(tied, fits, ties)
        if wrong is not None and (text.clean or length[tied.index(wrong)].touched):
            return True
    return False


def _texts(letter: Letter) -> Iterator[Text]:
    scene = _scene(letter.text)
    found = _candidates(scene)
    exact = {_place(one) for length in found for one in length if one.fit.exact}
    copies = [(copy, *_of_copy(letter, copy, exact)) for copy in letter.planted if copy.rules[0] in RULES]
    meant = {place for _, _, places in copies for place in places}
    lengths = tuple(tuple(_of_clean(one, meant) for one in length) for length in found)
    yield Text(letter.of, letter.name, True, lengths)
    yield from (Text(letter.of, copy.name, False, lengths) for copy, lengths, _ in copies)


def _of_clean(one: Candidate, meant: set[Place]) -> Candidacy:
    """What fits in a clean letter may be meant or not, but where a planted slip shows that it is."""
    known = (True if _place(one) in meant else None) if one.fit.exact else False
    return Candidacy(one, tie_features(one), known, touched=False)


def _of_copy(letter: Letter, copy: Planted, exact: set[Place]) -> tuple[tuple[tuple[Candidacy, ...], ...], set[Place]]:
    """The candidates of a copy, and the places in the clean letter of those that were exact before the slip."""
    lengths, known = [], set()
    for length in _candidates(_scene(copy.text)):
        found = []
        for one in length:
            touched, meant = _touched(one, copy), None
            if touched and not one.fit.exact:
                was = tuple(letter.place_in_clean(copy, at) if at >= 0 else at for at in _place(one))
                same = next((place for place in exact if _same(was, place)), None)
                meant = same is not None
                known |= {same} if same is not None else set()
            found.append(Candidacy(one, tie_features(one), meant, touched))
        lengths.append(tuple(found))
    return tuple(lengths), known


def _touched(one: Candidate, copy: Planted) -> bool:
    ends = [one.stretch.place.scene.source(one.stretch.place.told, one.stretch.place.length.span)]
    ends += [day.moment.span for day in one.printed if day.moment.span is not None]
    return any(span.start <= copy.end and copy.start <= span.end for span in ends)


def _place(one: Candidate) -> tuple[int, ...]:
    """Where the length and its two days begin; -1 for the letter's own day."""
    length = one.stretch.place.scene.source(one.stretch.place.told, one.stretch.place.length.span).start
    days = (day.moment.span.start if day.moment.span and not day.is_own else -1 for day in (one.start, one.end))
    return (length, *days)


def _same(was: Sequence[int | None], place: Place) -> bool:
    pairs = zip(was, place, strict=True)
    return all(a is None or (((a < 0) == (b < 0)) and abs(a - b) <= _NEAR) for a, b in pairs)


def _candidates(scene: Scene) -> list[list[Candidate]]:
    return [found for stretch in stretches(scene) if (found := candidates(scene, stretch))]


def _scene(text: str) -> Scene:
    read = reading_of(text)
    return read_scene(read.letter, read.document, read.readings)


if __name__ == "__main__":
    main()
