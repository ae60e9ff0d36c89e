"""One reader for each number: totals, announced counts, lengths of time and the rules use the claim's.

Every stated total, announced number, length and ordinal of a letter, and every figure that a finding leans on, is held
against the claim on its span: in the examples of the rules, the composed letters, the seeds, and every phrase of the
corpus of numbers put where a letter states a total, announces a list and tells a length of time.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

from claims.extracting import extract
from claims.extraction import Extraction
from claims.language.load import load_language
from claims.letters import letter_from_bytes, read_letter
from claims.model import Claim, Field, Span, StatedTotal
from claims.yaml_files import read_yaml
from expectations.book.all_rules import own_rules
from expectations.check import check_extraction

ROOT = Path(__file__).parents[2]
EMPTY = Field(measures=(), events=(), producers=(), places=())


def loaded(path: str) -> ModuleType:
    """A module of the tests by its path."""
    name = f"agreement_{Path(path).stem}"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, ROOT / path)
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


def read(text: str) -> Extraction:
    return extract(letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter"), EMPTY)


def on(extraction: Extraction, span: Span) -> list[Claim]:
    """The claims whose number stands in a span."""
    return [claim for claim in extraction.claims if span.overlaps(claim.quantity.number_span)]


def disagreements(extraction: Extraction) -> list[str]:
    """Every place where two readings of one number differ, or where a number is used that no claim holds."""
    with load_language(extraction.letter.language).in_force():
        return [
            *(fault for total in extraction.signatories.totals for fault in _total(extraction, total)),
            *_related(extraction),
            *_lengths(extraction),
            *_ordinals(extraction),
            *_found(extraction),
        ]


def _total(extraction: Extraction, total: StatedTotal) -> Iterator[str]:
    claims = on(extraction, total.span)
    if not claims:
        yield f"total {total.text!r}: {total.value}, and no claim stands there"
    if claims and not any(_is_total_of(total, claim) for claim in claims):
        read_as = [(str(claim.quantity.value), claim.quantity.comparator) for claim in claims]
        yield f"total {total.text!r}: {total.value} {total.comparator}, claims {read_as}"


def _is_total_of(total: StatedTotal, claim: Claim) -> bool:
    quantity = claim.quantity
    return (quantity.value, quantity.comparator) == (total.value, total.comparator) and (
        total.interval is None or total.interval == quantity.interval
    )


def _related(extraction: Extraction) -> Iterator[str]:
    """The claims of relations are those of the letter; "three demands", no claim, is the number that was read there."""
    claims, numbers = set(map(id, extraction.claims)), _numbers_read(extraction)
    for relation in extraction.relations:
        for claim in relation.claims:
            quantity = claim.quantity
            if id(claim) not in claims and (quantity.number_span, quantity.value, quantity.comparator) not in numbers:
                yield f"{relation.kind}: {claim.text!r} as {quantity.value} was never read"


def _numbers_read(extraction: Extraction) -> set[tuple[Span, Decimal, str]]:
    """Every number of the sentences, where it stands in the letter."""
    view = extraction.document.view
    return {
        (view.to_source(one.number_span.shifted(reading.passage.span.start)), one.value, one.comparator)
        for reading in extraction.readings
        for one in reading.quantities
    }


def _lengths(extraction: Extraction) -> Iterator[str]:
    """A length has the number of a claim on it; of the two of "five years and six months" it has the first's."""
    for one in extraction.spans.lengths:
        claims = on(extraction, one.span)  # the length's own span counts in its sentence
        values = {claim.quantity.value for claim in claims}
        if claims and one.length.number not in values:
            yield f"length {one.length.text!r}: {one.length.number}, claims {sorted(map(str, values))}"


def _ordinals(extraction: Extraction) -> Iterator[str]:
    told = [(one.text, one.number, one.span) for one in (*extraction.spans.ordinals, *extraction.spans.series)]
    for text, number, span in told:
        values = {claim.quantity.value for claim in on(extraction, span)}
        if values and Decimal(number) not in values:
            yield f"ordinal {text!r}: {number}, claims {sorted(map(str, values))}"


def _found(extraction: Extraction) -> Iterator[str]:
    ids = {claim.claim_id for claim in extraction.claims}
    for finding in check_extraction(extraction, EMPTY, None).findings:
        if not set(finding.claim_ids) <= ids:
            yield f"{finding.rule}: {finding.message!r} leans on what is no claim"


def test_a_second_reading_would_show():
    extraction = read(FRAMES["total"].format(number="two dozen"))
    (total,) = extraction.signatories.totals
    wrong = replace(extraction.signatories, totals=(replace(total, value=2),))
    assert disagreements(extraction) == []
    assert disagreements(replace(extraction, signatories=wrong)) == [f"total {total.text!r}: 2 =, claims [('24', '=')]"]
    assert disagreements(replace(extraction, claims=()))[0].endswith("and no claim stands there")


# --- the letters there are ---

EXAMPLES = sorted({part for rule in own_rules() for text in (*rule.must_fire, *rule.must_not_fire)
                   for part in text.split("\n=====\n")})  # fmt: skip
composing = loaded("tests/expectations/planted/composing.py")
STYLES = composing.styles()


@pytest.mark.parametrize("text", EXAMPLES, ids=range(len(EXAMPLES)))
def test_the_examples_of_the_rules(text):
    assert disagreements(read(text)) == []


@pytest.mark.parametrize("style", STYLES, ids=str)
def test_composed_letters(style):
    assert disagreements(read(composing.write(style))) == []


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda path: path.name[:3])
def test_the_seeds(path):
    assert disagreements(extract(read_letter(str(path)), EMPTY)) == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests/claims/readers/letters").glob("*.md")), ids=lambda path: path.stem
)
def test_the_letters_of_the_readers(path):
    assert disagreements(extract(read_letter(str(path)), EMPTY)) == []


@pytest.mark.parametrize("file", ["page_heads", "signature_blocks"])
def test_heads_and_signature_blocks(file):
    entries = read_yaml(ROOT / f"tests/claims/blocks/{file}.yml")
    texts = [entry["text"] for entry in entries if "text" in entry]
    wrong = {text: found for text in texts if (found := disagreements(read(text)))}
    assert wrong == {}


# --- every sentence of the corpus of numbers, in letters of twenty: what is related costs more than twice in twice ---

corpus = loaded("tests/factories/phrasings.py")
SENTENCES = [case.text[:1].upper() + case.text[1:] + ("" if case.text[-1] in ".!?" else ".") for case in corpus.cases()]


@pytest.mark.parametrize("at", range(0, len(SENTENCES), 20))
def test_every_sentence_of_the_corpus(at):
    body = "\n\n".join(SENTENCES[at : at + 20])
    assert disagreements(read(f"3 May 2023\n\nDear Members,\n\n{body}\n")) == []


# --- every phrase of the corpus, in the three places where numbers were read a second time ---

LIST = "".join(f"\n- {name}" for name in ("Harbour Union", "Lake Network", "River Watch", "Coast Alliance"))
FRAMES = {
    "total": "3 May 2023\n\nDear Members,\n\nWe write to you about the dam.\n\n"
    f"This letter is signed by {{number}} organisations:\n{LIST}\n",
    "announced": f"3 May 2023\n\nDear Members,\n\nWe make {{number}} demands:\n{LIST}\n",
    "length": "3 May 2023\n\nDear Members,\n\nThe camp has been closed for {number} months, since May 2021.\n",
}


SAYS = "they say that "


def numbers() -> list[str]:
    """Every counted phrase of the corpus up to its noun, as printed: "at least forty", "2 dozen", "1.2 million"."""
    found: dict[str, None] = {}
    for case in corpus.cases():
        if len(case.spans) == 1 and case.meanings[0].get("dimension", "count") == "count":
            text = case.text[: case.spans[0].end]
            text = text[len(SAYS) :] if text.casefold().startswith(SAYS) else text
            phrase = " ".join(text.split()[:-1])
            lead = text[: len(text) - len(case.spans[0].of(case.text))]
            if phrase and len(lead.split()) <= 4:
                found[phrase[0].lower() + phrase[1:]] = None
    return list(found)


PHRASES = numbers()


def test_the_corpus_gives_many():
    assert len(PHRASES) > 600


# Every phrase takes its turn in one of the three; in all of them under `make soak`.
STEP = 1 if os.environ.get("CROSSFOOT_GRID") == "whole" else len(FRAMES)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("at", range(0, len(PHRASES), 60))
def test_every_phrase_where_it_is_used(frame, at):
    turn = list(FRAMES).index(frame) % STEP
    wrong = {phrase: found for phrase in PHRASES[at : at + 60][turn::STEP]
             if (found := disagreements(read(FRAMES[frame].format(number=phrase))))}  # fmt: skip
    assert wrong == {}
