"""Rule `citation-marks`: marks and notes against each other, and links that lead nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction import Extraction
from claims.model import Claim, Field, Mark, Note
from claims.references.doubtful_notes import is_remark, names_nothing, possible_marks, possible_notes
from expectations.clauses.marks_in_turn import disorder, gaps, marked
from expectations.clauses.ties import link_findings
from expectations.declaring import declared, say, say_counted
from expectations.findings import broken, claims_at, held, unknown
from expectations.model import Finding

ID = "citation-marks"


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Marks without notes, notes without marks, gaps and disorder; lost links; notes that name no source."""
    findings = [*link_findings(extraction, ID), *_marks(extraction)]
    return findings or [unknown(ID, say(ID, "nothing"))]


def _marks(extraction: Extraction) -> list[Finding]:
    marks, notes = extraction.marks, extraction.notes
    if not marks and not notes:
        return []
    if not notes:
        words = marked(dict.fromkeys(mark.mark for mark in marks), ID)
        return [
            unknown(
                ID,
                say(ID, "only_marks", marks=words),
                stated=words,
                spans=[mark.span for mark in marks],
            )
        ]
    if not marks:
        return [
            unknown(
                ID,
                say(ID, "only_notes", count=str(len(notes))),
                stated=str(len(notes)),
                spans=[note.span for note in notes],
            )
        ]
    lost = _without_note(extraction)
    # A mark that was misprinted leaves its note without one: that is the same slip, told once.
    unused = [one for one in _without_mark(extraction) if len(one.spans) > sum(len(each.spans) for each in lost)]
    slips = [*lost, *unused, *gaps(extraction, ID), *disorder(marks, notes, ID)]
    soft = [*_crowded(extraction), *_sourceless(extraction)]
    return [*slips, *soft] if slips else [_all_met(marks, notes), *soft]


def _all_met(marks: Sequence[Mark], notes: Sequence[Note]) -> Finding:
    first, last = notes[0].mark, notes[-1].mark
    words = say(ID, "from_to", first=first, last=last) if len(notes) > 1 else say(ID, "mark", mark=first)
    return held(
        ID,
        say(ID, "all_met", marks=words),
        stated=words,
        expected=say(ID, "notes", count=str(len(notes))),
        spans=[*(mark.span for mark in marks), *(note.span for note in notes)],
    )


def _without_note(extraction: Extraction) -> list[Finding]:
    known = {note.mark for note in extraction.notes}
    unread = (
        possible_notes(extraction.letter.text, extraction.notes)
        if any(mark.mark not in known for mark in extraction.marks)
        else frozenset()
    )
    alone = [mark for mark in extraction.marks if mark.mark not in known | unread]
    if not alone:
        return []
    words = marked((names := dict.fromkeys(mark.mark for mark in alone)), ID)
    spans = [mark.span for mark in alone]
    message = say_counted(ID, "no_note", len(names), marks=words)
    return [
        broken(
            ID,
            "warning",
            message,
            stated=words,
            expected=say(ID, "a_note"),
            spans=spans,
            claims=_claims_before(extraction, alone),
        )
    ]


def _claims_before(extraction: Extraction, marks: Sequence[Mark]) -> list[Claim]:
    ids = {mark.mark for mark in marks}
    return [claim for claim in extraction.claims if any(citation.mark in ids for citation in claim.citations)]


def _without_mark(extraction: Extraction) -> list[Finding]:
    used = {mark.mark for mark in extraction.marks}
    unread = (
        possible_marks(extraction.letter.text, extraction.notes)
        if any(note.mark not in used for note in extraction.notes)
        else frozenset()
    )
    alone = [note for note in extraction.notes if note.mark not in used | unread]
    if not alone:
        return []
    words = marked((note.mark for note in alone), ID)
    message, spans = say_counted(ID, "no_mark", len(alone), marks=words), [note.span for note in alone]
    if len(alone) * 2 > len(extraction.notes):
        # Half of the marks are missing: more likely this copy lost them, or they are further reading.
        return [unknown(ID, message, stated=words, spans=spans)]
    return [broken(ID, "warning", message, stated=words, expected=say(ID, "a_mark"), spans=spans)]


def _crowded(extraction: Extraction) -> list[Finding]:
    """Several marks on one figure: an editor cannot tell which note carries it."""
    crowded = [
        claim
        for claim in extraction.claims
        if len({citation.mark for citation in claim.citations if citation.kind == "footnote"}) > 2
    ]
    return [
        broken(
            ID,
            "info",
            say(ID, "crowded", text=claim.text, marks=marked((c.mark for c in claim.citations if c.mark), ID)),
            stated=claim.text,
            expected=say(ID, "one_note"),
            spans=[claim.span],
            claims=[claim],
        )
        for claim in crowded
    ]


def _sourceless(extraction: Extraction) -> list[Finding]:
    """A footnoted figure whose note names neither a source nor a date nor an address; a remark need not."""
    cited = {
        citation.mark for claim in extraction.claims for citation in claim.citations if citation.kind == "footnote"
    }
    bare = [note for note in extraction.notes if note.mark in cited and names_nothing(note)]
    return [_remark(extraction, note) if is_remark(note) else _bare(extraction, note) for note in bare]


def _remark(extraction: Extraction, note: Note) -> Finding:
    message = say(ID, "remark", mark=say(ID, "mark", mark=note.mark))
    return unknown(ID, message, stated=note.text[:80], spans=[note.span], claims=_citing(extraction, note))


def _bare(extraction: Extraction, note: Note) -> Finding:
    return broken(
        ID,
        "info",
        say(ID, "sourceless", mark=say(ID, "mark", mark=note.mark)),
        stated=note.text[:80],
        expected=say(ID, "a_source"),
        spans=[note.span],
        claims=_citing(extraction, note),
    )


def _citing(extraction: Extraction, note: Note) -> list[Claim]:
    spans = [claim.span for claim in extraction.claims if any(c.mark == note.mark for c in claim.citations)]
    return claims_at(extraction, spans)


RULE = declared(ID, run)
