"""Is a number a quantity, as far as the words and signs around it tell? Else why not."""

from __future__ import annotations

from claims.numbers.cardinals.following import counts_behind
from claims.numbers.cardinals.numeral import Numeral
from claims.numbers.cardinals.token_steps import DASHES
from claims.numbers.refusals import glued as mask_glued
from claims.numbers.refusals import labels as mask_labels
from claims.numbers.refusals import proper_names as mask_names
from claims.numbers.refusals.listed import MaskWords, mask_words
from claims.numbers.refusals.shared import Finding, is_plain
from claims.numbers.refusals.shared_out import is_shared_out
from claims.quick_records import dataclass
from claims.text.cells import in_cell
from claims.text.tokens import Token

# in this order: the first that speaks against a number decides
RULES = (
    mask_names.set_phrase,
    mask_names.idiom,
    mask_labels.list_number,
    mask_glued.glued,
    mask_names.named_series,
    mask_labels.label,
    mask_names.named_before,
    mask_names.named_behind,
    mask_labels.denominator,
    mask_labels.slashed,
    mask_labels.dotted,
)


@dataclass(frozen=True, slots=True)
class Previous:
    """The number before: the token behind it, and why it was ignored (`None`: it was not)."""

    stop: int
    reason: str | None


def reason_against(
    text: str, tokens: list[Token], numeral: Numeral, previous: Previous | None = None
) -> tuple[str, int, int] | None:
    """Why a number is no quantity, as far as words and signs around it tell before its unit is known.

    (reason, first token, stop token) of what is ignored: for a name that is more than the number itself. `previous` is
    the number before it: labels go on through a list ("Articles 19 and 20").
    """
    known = mask_words()
    if is_plain(numeral) and (in_cell(text, numeral.start, numeral.end) or is_shared_out(tokens, numeral, known)):
        return None  # the words before it name its row
    if previous is not None:
        if previous.reason is None and previous.stop == numeral.first - 1 and tokens[previous.stop].text in DASHES:
            return None  # "5k-20k"
        chained = _chained(tokens, numeral, previous, known)
        if chained is not None:
            return chained
    for rule in RULES:
        found = rule(text, tokens, numeral, known)
        if found is not None:
            return found
    return None


def _chained(tokens: list[Token], numeral: Numeral, previous: Previous, known: MaskWords) -> Finding | None:
    """ "Nos. 36, 40 and 41": the second of two labels joined by a small word."""
    distance = numeral.first - previous.stop
    if (
        previous.reason == "street-address"
        and distance <= 5
        and is_plain(numeral)
        and not counts_behind(tokens, numeral.stop)
    ):
        return "street-address", numeral.first, numeral.stop  # "12 Rue de Lausanne, 1202 Geneva"
    if previous.reason != "label" or not 0 < distance <= 2:
        return None
    if not all(token.lower in known.chain | known.page_chain for token in tokens[previous.stop : numeral.first]):
        return None
    if not is_plain(numeral) or counts_behind(tokens, numeral.stop):
        return None
    return "label", numeral.first, mask_labels.whole_label(tokens, numeral.stop)  # "Articles 2, 4(3) and 7"
