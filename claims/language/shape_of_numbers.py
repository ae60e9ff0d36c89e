"""The lists by which numbers, what they count, their times and places are read: part of the shape of a language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from claims.language.shape_kinds import Shape, number, rows, table, text, words

NUMBERS: Final[Mapping[str, Shape]] = {
    "abbreviations": words("always maybe numbered titles"),
    "comparators": {
        **number("tolerance"),
        **words(
            "between time_span spread_before duration_before duration_after moved additive_before additive_after "
            "no_addition list_joiners list_words definite compared moved_on comparing"
        ),
        "before": words(">= > <= < ~ ~below ~above ="),
        "after": words(">= <= ~"),
    },
    "currencies": table("plain whose codes with_scale"),
    "dates": {
        **table("day_ordinals"),
        **words("time_before samples averages dotted_after weekday_lean weekday_behind"),
        **rows("months"),
        **words(
            "ambiguous_months weekdays seasons between month_after no_day_after year_after counts_next "
            "quantity_before plural_not clock_half clock_words day_parts clock_starts clock_hours century "
            "century_ordinals decade_after until worded relative verbs of_word pair pair_after short_after "
            "article day_after stretches compared day_times set_in eras digits_after measures_next set_before "
            "parts_of_year acts"
        ),
        **number("last_day"),
        **table("ordinals"),
        **text("of"),
    },
    "elapsed": {
        **table("range_pairs"),
        **words(
            "ago_before light founded_lean term_lean copula_lean past_lean range_lean few_lean day_lean "
            "listed_between limit_between copula_goes_on copula_past range_joiners_alone clause_joiners "
            "perfect perfect_short marking past_right_before then later_unless now_words pointing "
            "past_endings of and_words and_a age_behind age_before yearly_days run_out about_now gone_by ranks "
            "said_again took sooner perfect_words subject_openers owners "
            "counting_off row_goes_on"
        ),
        **words(
            "fraction_slack round_slack one other_uses to_come past ago apposed went_by passed since after "
            "before later from_now waiting letter_of founded range_openers range_joiners range_between "
            "ends_at ends_to ends_now "
            "lasting for_words in_words after_words demonstratives given imposed spent began copulas "
            "taken_up copula_subjects term_ends present past_tense past_forms auxiliaries determiners moves_on "
            "anniversary anniversary_now beside list_goes_on nth_now nth_of begun born same_year"
        ),
        **table("units days fractions"),
    },
    "fractions": {
        **words(
            "half ratio_joiners ratio_closed ratio_small period_before share_next half_before half_next bare one_form"
        ),
        **table("denominators"),
    },
    "multiples": {
        **table("words verbs adjectives"),
        **words("adjective_next times times_next"),
        **text("fold"),
    },
    "names": words("phrases before glued after idioms pronoun_next counted_after compounds singular_verbs"),
    "nouns": {
        **table("irregular complements"),
        **words(
            "always_plural not_plural plural_modifiers stops openers fillers nominal verbs persons refers_back "
            "part_of scales time_nouns verb_nouns ly_nouns them compared of than those joiners ones age_endings "
            "participle_endings adverb_endings gerund_endings possessive_endings no_plural_endings objects ed_nouns"
        ),
        **rows("plural_endings"),
    },
    "number_words": {
        **table("units tens compounds scales suffixes letter_suffixes groups"),
        **words(
            "hundred money_suffixes capital_suffixes metre_next group_needs_of articles minus few bare scale_of "
            "million_before million_between million_of loose_groups pair_before"
        ),
        **text("of and point"),
    },
    "ordinals": {
        **words("suffixes counted"),
        **table("words"),
    },
    "periods": {
        **words(
            "from joiners lean to_date since_then past_openers past lasting within within_openers perfect documents "
            "figure_words for_a_year publishing not_documents founding relatives changes turns some_of"
        ),
        **table("parts units"),
        "openers": words("since after until before window document"),
    },
    "place_words": words(
        "prepositions between collectives also_given_names everywhere named_short objects inside between_unlisted "
        "no_places"
    ),
    "ranges": words("to and or between from bounds by moved spread"),
    "relative_dates": {
        **table("which days counts feasts"),
        **words("ago future_cues forecasts deadlines parts articles later year_words of year_before year_next"),
        **words("measured stands_alone"),
        "units": words("day week month year"),
        "thirds": table("year month"),
    },
    "subjects": words(
        "hedges amounts auxiliaries relatives prepositions breaks pronouns determiners openers ties also_nouns "
        "third_person irregular_past ing_nouns scales ties_before by to amount_follows"
    ),
    "units": {
        **table("percentage duration age physical compounds formula_symbols prefixes"),
        **words(
            "rate_nouns rate_words rate_words_listed no_rate_before age_before age_between money_scales "
            "ordinary_words ordinary_symbols shared_joiners shared_articles"
        ),
    },
    "writing": {**words("elisions decimal_marks group_marks capitals"), **text("head")},
    "years": words("era_before era_behind lead nought centuries zones hours at"),
    "vague": {
        **table("plurals multipliers"),
        **number("low_factor"),
        **words("needs_of of"),
    },
}
