"""The cautions of a verdict as an editor reads them: whose figure stands alone, why a citation leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claims.model import Claim
from reports.words.table_names import Names
from reports.words.wording import Word, keys, phrase, word
from sources.model import Caution, Verdict

_NO_WAY = {"link": "no_target", "footnote": "no_note"}


def cautions_told(claim: Claim, verdict: Verdict | None, names: Names) -> tuple[Word, ...]:
    """In the order of the words; each keeps its own key."""
    return tuple(_told(key, claim, verdict, names) for key in cautions_of(verdict)) if verdict else ()


def cautions_of(verdict: Verdict) -> Iterator[Caution]:
    """In the order in which an editor meets them."""
    of_it: dict[str, Caution] = {one: one for one in verdict.cautions}
    return (of_it[key] for key in keys("cautions") if key in of_it)


def _told(key: Caution, claim: Claim, verdict: Verdict, names: Names) -> Word:
    if key == "single_producer":
        return _alone(verdict, names)
    if key == "citation_unresolved":
        kinds = {one.kind for one in claim.citations}
        closer = _NO_WAY.get(next(iter(kinds))) if len(kinds) == 1 else None
        return replace(word("caution_told", closer), key=key) if closer else word("cautions", key)
    return word("cautions", key)


def _alone(verdict: Verdict, names: Names) -> Word:
    """Whose figure it is that no second one confirms."""
    of_whom = dict.fromkeys(one.observation.producer_id for one in verdict.evidence if one.decides)
    found, told = word("cautions", "single_producer"), word("caution_told", "single_producer")
    if not of_whom:
        return replace(told, key=found.key)
    producers = ", ".join(names.short_producer(one) for one in of_whom)
    return replace(
        told,
        key=found.key,
        label=phrase("producers_named", caution=told.label, producers=producers),
        short=phrase("producers_named", caution=told.short, producers=producers),
    )
