"""Claims against the reference table: for each a verdict on three axes with its arithmetic, never "true" or "false"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from claims.extraction import Extraction
from claims.language.load import load_language
from claims.model import Claim, DateMention, Letter, Span
from sources.comparison.asking.question import Question, ask
from sources.comparison.asking.weighing import Scales, is_out, usable
from sources.comparison.by_change import decide_change
from sources.comparison.by_row import decide_by_row, outweighs
from sources.comparison.decide import DECIDED, Decision, decide
from sources.comparison.readings import is_own_count, read
from sources.comparison.rights import rightful
from sources.comparison.settling import settled
from sources.comparison.slippage import Slip, slips, spared
from sources.comparison.timeliness import corrected_since, timeliness_of, timeliness_of_older
from sources.evidence.candidates import candidates
from sources.evidence.clues import Beside, Clues, clues_of
from sources.evidence.meant import Meant, meant_by
from sources.evidence.units_told import in_units_of
from sources.lookup.table_index import index_of
from sources.model import AgainstSource, Evidence, ReferenceTable, Timeliness, Verdict
from sources.settings import DEFAULTS, Settings
from sources.telling.cautions import cautions_of, citation_cautions
from sources.telling.clauses import label, same_number_sentence
from sources.telling.explain import explanation, suggestion, would_change
from sources.telling.line import arithmetic, nothing_against
from sources.telling.near_misses import near_misses, same_number_of_any_measure
from sources.telling.nearest import nearest_rows
from sources.telling.say import say

NOTHING_BESIDE: Final = Beside()
COMPARED = ("statistic", "money", "percentage", "signatories")
_ASK = ("overstated", "understated", "contradicted", "conflicting_sources", "not_comparable", "unverified")
_ASKING_CAUTIONS = (
    "measure_slippage",
    "window_mismatch",
    "scope_mismatch",
    "comparator_hardened",
    "sources_conflict",
    "citation_unresolved",
)
_SHARES = ("percentage", "share", "money", "multiple", "duration", "physical", "ordinal")


def compare_letter(extraction: Extraction, table: ReferenceTable, settings: Settings = DEFAULTS) -> dict[str, Verdict]:
    """A verdict for each claim of a letter, by `claim_id`; lengths of time and ordinals are not held against sources.

    `Settings(as_known="letter")` compares with what was out on the letter's day, `Settings(as_known="today")` with what
    is known now.
    """
    notes = [segment.span for segment in extraction.segments if segment.kind == "notes"]
    scales = Scales(index=index_of(table), settings=settings)
    by_sentence = _by_sentence(extraction)
    with load_language(extraction.letter.language).in_force():
        return {
            claim.claim_id: compare_claim(
                claim,
                extraction.letter,
                scales,
                in_note=any(span.contains(claim.span) for span in notes),
                beside=_beside(claim, by_sentence, extraction),
            )
            if claim.kind in COMPARED
            else _inside(claim)
            for claim in extraction.claims
        }


def _by_sentence(extraction: Extraction) -> dict[Span, list[Claim]]:
    found: dict[Span, list[Claim]] = defaultdict(list)
    for claim in extraction.claims:
        found[claim.sentence_span].append(claim)
    return found


def _beside(claim: Claim, by_sentence: dict[Span, list[Claim]], extraction: Extraction) -> Beside:
    """What else was read in a claim's sentence, and what the one before claims."""
    others = (each for each in by_sentence[claim.sentence_span] if each is not claim)
    before = _before(claim, by_sentence, extraction)
    return Beside(
        dates=_dates_in(claim, extraction),
        others=tuple(each.quantity for each in others if each.kind in COMPARED),
        before=before,
        dates_before=_dates_in(before, extraction) if before is not None else (),
    )


def _dates_in(claim: Claim, extraction: Extraction) -> tuple[DateMention, ...]:
    return tuple(each for each in extraction.dates if claim.sentence_span.contains(each.span))


def _before(claim: Claim, by_sentence: dict[Span, list[Claim]], extraction: Extraction) -> Claim | None:
    """The last claim of the sentence that stands right before, in the same paragraph."""
    start, text = claim.sentence_span.start, extraction.letter.text
    spans = [span for span in by_sentence if span.end <= start]
    last = max(spans, key=lambda span: span.end, default=None)
    between = text[last.end : start] if last is not None else "-"
    if last is None or between.strip() or between.count("\n") > 1:
        return None
    return next((each for each in reversed(by_sentence[last]) if each.kind in COMPARED), None)


def _inside(claim: Claim) -> Verdict:
    """For "30 months" and "46th Summit", which `expectations` checks inside the letter."""
    return Verdict(
        claim_id=claim.claim_id,
        against_source="unverified",
        timeliness=None,
        cautions=(),
        observation_ids=(),
        arithmetic="",
        explanation=say("undecided.inside"),
        checked="inside",
    )


def compare_claim(
    claim: Claim, letter: Letter, scales: Scales, *, in_note: bool = False, beside: Beside = NOTHING_BESIDE
) -> Verdict:
    """The verdict on one claim of `letter`. `in_note`: it stands in a footnote, which then is its own citation.

    `beside`: what else was read in its sentence.
    """
    found = _compare(claim, letter, scales, in_note=in_note, beside=beside)
    day = letter.written_on or letter.published_on
    if scales.settings.as_known != "letter" or day is None:
        return found
    # What the sources said is weighed by what was out on the day; what has come since is told by the other axis alone.
    known = replace(scales, index=scales.index.known_on(day))
    then = _compare(claim, letter, known, in_note=in_note, beside=beside)
    return replace(then, timeliness=found.timeliness) if then.against_source == found.against_source else then


def _compare(claim: Claim, letter: Letter, scales: Scales, *, in_note: bool, beside: Beside) -> Verdict:
    clues = clues_of(in_units_of(claim, scales.index), letter, scales.index, beside)
    question = ask(clues.claim, letter, scales.index, in_note=in_note, as_known=scales.settings.as_known)
    if is_own_count(question, scales):
        return _not_compared(question, "own_count", scales, needs_editor=False)
    question = settled(question, clues, scales)
    meant = _meant(question, clues, scales)
    by_row = decide_by_row(meant, question, scales)
    decisions, why = _by_words(question, clues, scales)
    if by_row is None and not decisions:
        dimension, counted = claim.quantity.dimension, claim.quantity.counted or claim.quantity.text
        told = label(question.readings[0], scales) if question.readings else ""
        return _nearest_told(
            _not_compared(question, why, scales, dimension=dimension, label=told, counted=counted), meant, scales
        )
    main = _main(decisions) if decisions else None
    if by_row is not None and (main is None or outweighs(by_row, main)):
        return _verdict(question, [by_row, *decisions], by_row, scales, meant)
    return _verdict(question, decisions, main or decisions[0], scales, meant)


def _meant(question: Question, clues: Clues, scales: Scales) -> Meant:
    """The rows behind a claim; those of a change or of a letter's signatories are looked for otherwise."""
    quantity = question.claim.quantity
    change = quantity.direction is not None and (quantity.additive or quantity.dimension in ("percentage", "share"))
    if change or question.claim.kind == "signatories":
        return Meant(repeated=None, misquoted=None, found=())
    found = candidates(clues, question.interval, scales.index)
    usable_ = (each for each in found if usable(each.row, question, scales.index) and is_out(each.row, question))
    return meant_by(clues, list(usable_))


def _by_words(question: Question, clues: Clues, scales: Scales) -> tuple[list[Decision], str]:
    """What the measures that the words fit say of a claim, as far as they may; else why they are not asked."""
    if not question.readings:
        return [], "no_measure"
    unlike = _unlike(question, scales)
    if unlike is not None:
        return [], unlike
    return [rightful(each, clues, scales) for each in _decisions(question, scales)], ""


def _decisions(question: Question, scales: Scales) -> list[Decision]:
    """The result under each reading; for the whole country where an inherited place of it leads to nothing.

    "Ninety houses have burned since" below a sentence about one village may be of it or of the country: what the
    figures of the country bear out is told with that note, and they refute nothing.
    """
    if question.claim.quantity.direction is not None:
        return [decide_change(question, measure, scales) for measure in question.readings]
    decisions = [decide(read(question, measure, scales), scales) for measure in question.readings]
    wider = _widened(question, scales)
    if wider is None or any(decision.axis in DECIDED for decision in decisions):
        return decisions
    widened = [decide(read(wider, measure, scales), scales) for measure in question.readings]
    return widened if any(decision.axis == "consistent" for decision in widened) else decisions


def _widened(question: Question, scales: Scales) -> Question | None:
    """The question for the outermost place, where the claim's sentence names none and an earlier one names a part."""
    if question.claim.place_inherited is None or question.place is None or question.event is not None:
        return None
    outermost = scales.index.gazetteer.chain(question.place)[-1]
    if outermost == question.place:
        return None
    return replace(question, place=outermost, assumptions=(*question.assumptions, "place_widened"))


def _unlike(question: Question, scales: Scales) -> str | None:
    """Why a quantity cannot be set against counts at all: a percentage of something, a sum of money."""
    if question.claim.quantity.direction is not None and question.claim.quantity.dimension in ("percentage", "share"):
        return None
    units = {scales.index.measures[measure].unit for measure in question.readings}
    unlike = question.claim.quantity.dimension in _SHARES and question.claim.quantity.unit not in units
    return "not_a_count" if unlike else None


def _not_compared(
    question: Question, because: str, scales: Scales, *, needs_editor: bool = True, **values: str
) -> Verdict:
    cautions = () if because == "own_count" else tuple(citation_cautions(question))
    misses = same_number_of_any_measure(question, scales) if because == "no_measure" else ()
    elsewhere = [same_number_sentence(miss.observation, scales) for miss in misses[:1]]
    return Verdict(
        claim_id=question.claim.claim_id,
        against_source="unverified",
        timeliness=None,
        cautions=cautions,
        observation_ids=(),
        arithmetic=nothing_against(question, own=because == "own_count"),
        explanation=" ".join([say(f"undecided.{because}", **values), *elsewhere]),
        near_misses=misses,
        would_change=say("would_change.no_measure") if because == "no_measure" else None,
        needs_editor=needs_editor,
    )


def _nearest_told(verdict: Verdict, meant: Meant, scales: Scales) -> Verdict:
    return replace(verdict, nearest=nearest_rows(meant, scales))


def _verdict(
    question: Question, decisions: Sequence[Decision], main: Decision, scales: Scales, meant: Meant
) -> Verdict:
    found = slips(question, decisions, main, scales)
    main = spared(main, found, question)
    cautions = cautions_of(question, main, found)
    when = _timeliness(main, scales)
    evidence = _evidence(main, found)
    used = frozenset(each.observation.observation_id for each in evidence)
    return Verdict(
        claim_id=question.claim.claim_id,
        against_source=main.axis,
        timeliness=when,
        cautions=cautions,
        observation_ids=tuple(each.observation.observation_id for each in evidence if each.decides),
        arithmetic=arithmetic(main, found, scales),
        explanation=explanation(main, found, question, scales),
        evidence=evidence,
        near_misses=near_misses(question, decisions, used, scales),
        would_change=would_change(main, question, scales),
        suggestion=suggestion(main, found, question, scales),
        nearest=() if main.axis in DECIDED else nearest_rows(meant, scales),
        measure=main.reading.measure_id if main.axis in DECIDED else None,
        needs_editor=_needs_editor(main.axis, when, cautions),
    )


def _main(decisions: Sequence[Decision]) -> Decision:
    """The reading that the verdict states: the first that is borne out, else the first that is decided at all.

    A word that fits two measures is never held against a letter under the one while the other bears it out.
    """
    direct = [decision for decision in decisions if not decision.by_kin]
    for among, wanted in (
        (direct, ("consistent",)),
        (direct, ("understated",)),
        (decisions, ("consistent",)),
        (direct, DECIDED),
        (decisions, DECIDED),
        (direct, ("not_comparable",)),
    ):
        for decision in among:
            if decision.axis in wanted:
                return decision
    return decisions[0]


def _timeliness(main: Decision, scales: Scales) -> Timeliness | None:
    if main.decider is None or main.by_kin or main.reading.way.decides_alone or main.reading.way.quotes:
        return None
    if main.stale is not None:
        return timeliness_of_older(main.reading, main.decider, scales)
    if main.axis not in ("consistent", "understated"):
        return corrected_since(main.reading, scales)
    return timeliness_of(main.reading, main.decider, scales)


def _evidence(main: Decision, found: Sequence[Slip]) -> tuple[Evidence, ...]:
    """Every figure that took part, the deciding ones first, each once."""
    roles: list[tuple[object, Evidence]] = []
    decider = main.decider
    if decider is not None:
        two, decides = len(decider.observations) == 2, main.axis in DECIDED
        for figure in decider.observations:
            role = "decides" if not two and decides else "low" if figure is decider.low else "high"
            roles.append((figure, Evidence(observation=figure, role=say(f"roles.{role}"), decides=decides)))
    if main.stale is not None:
        roles.append((main.stale, Evidence(observation=main.stale, role=say("roles.stale"), decides=True)))
    for slip in found:
        role = {"readings_differ": "reading", "start_of_a_part": "part"}.get(slip.why, "slip")
        roles.append((slip.figure, Evidence(observation=slip.figure, role=say(f"roles.{role}"), decides=False)))
    for each in main.reading.weighed:
        if each is not decider:
            role = _role(main, each.outcome, rival=each in main.rivals)
            roles += [(figure, Evidence(observation=figure, role=role, decides=False)) for figure in each.observations]
    if decider is not None:
        for figure in main.reading.way.earlier(main.reading.figures, decider):
            roles.append((figure, Evidence(observation=figure, role=say("roles.earlier"), decides=False)))
    first: dict[str, Evidence] = {}
    for _, evidence in roles:
        first.setdefault(evidence.observation.observation_id, evidence)
    return tuple(first.values())


def _role(main: Decision, outcome: str, *, rival: bool) -> str:
    if rival:
        return say("roles.rival")
    return say("roles.supports") if outcome == "supports" else say("roles.open")


def _needs_editor(axis: AgainstSource, when: Timeliness | None, cautions: Sequence[str]) -> bool:
    return axis in _ASK or when == "stale_at_writing" or any(caution in _ASKING_CAUTIONS for caution in cautions)
