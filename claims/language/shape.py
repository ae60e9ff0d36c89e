"""The shape of a language: every list file and every key that code asks for, and what each holds. Nothing else of a
language's folder is ever read.

A list that a language has no use for is empty (`[]` or `{}`), never left out: left out means forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

Kind = Literal["words", "rows", "records", "table", "text", "number"]
Shape: TypeAlias = "Mapping[str, Kind | Shape]"


def words(keys: str) -> dict[str, Kind]:
    """Keys that hold a list of words or phrases."""
    return dict.fromkeys(keys.split(), "words")


def rows(keys: str) -> dict[str, Kind]:
    """Keys that hold a list of lists of words."""
    return dict.fromkeys(keys.split(), "rows")


def records(keys: str) -> dict[str, Kind]:
    """Keys that hold a list of mappings."""
    return dict.fromkeys(keys.split(), "records")


def table(keys: str) -> dict[str, Kind]:
    """Keys that hold a mapping whose own keys are the language's."""
    return dict.fromkeys(keys.split(), "table")


def text(keys: str) -> dict[str, Kind]:
    """Keys that hold a word or a phrase."""
    return dict.fromkeys(keys.split(), "text")


def number(keys: str) -> dict[str, Kind]:
    """Keys that hold a number."""
    return dict.fromkeys(keys.split(), "number")


SHAPE: Final[Mapping[str, Shape]] = {
    "abbreviations": words("always maybe numbered titles"),
    "announced": words("nouns following open_end"),
    "citations": words(
        "document_words note_leads number_words attribution_before attribution_after attribution_said same_again "
        "plain_sources not_sources again_marks page_marks"
    ),
    "clauses": words("turns list_joiners costly parting heads asides of inside against"),
    "comparators": {
        **number("tolerance"),
        **words(
            "between time_span duration_before duration_after moved additive_before additive_after no_addition "
            "list_joiners list_words definite compared moved_on comparing"
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
            "century_ordinals decade_after until worded relative verbs of_word pair pair_after article day_after "
            "stretches compared day_times set_in eras digits_after measures_next set_before parts_of_year acts"
        ),
        **number("last_day"),
        **table("ordinals"),
        **text("of"),
    },
    "demands": words("verbs signed_starts countries leads"),
    "directions": {
        **words("being between points losing only_by by of or level_follows bounds ends_object in"),
        "up": words("moves changes nouns particles short_particles"),
        "down": words("moves changes nouns particles short_particles"),
        "after_percent": words("up down"),
        "multiplied": words("up down"),
    },
    "duplicates": {
        **rows("variants roots"),
        **words("small_words legal_forms branch_words person_titles people_groups unnamed body_words"),
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
            "lasting for_words in_words after_words demonstratives given imposed spent began copulas "
            "copula_subjects term_ends present past_tense past_forms auxiliaries determiners moves_on "
            "anniversary anniversary_now beside nth_now nth_of begun born"
        ),
        **table("units days fractions"),
    },
    "doubts": text("commas lines rival perhaps uncounted"),
    "event_words": words("place_kinds joining back_references numerals"),
    "fits_quotients": {**words("nots gone again every thousands measures"), **table("manners")},
    "fits_dates": words("passed left today since upon each future other_days"),
    "fractions": {
        **words(
            "half ratio_joiners ratio_closed ratio_small period_before share_next half_before half_next bare one_form"
        ),
        **table("denominators"),
    },
    "letter_dates": {
        **table("months"),
        **text("day_word"),
        **words(
            "weekdays ordinal_suffixes of written_labels published_labels changed_labels made made_first access_words "
            "front_matter_keys title_keys before_date date_articles posted_by handed_to went_out other_languages "
            "behind_date"
        ),
    },
    "letter_words": words(
        "articles joints told name_links source_links pronouns before_digits place_links postnominals plus many "
        "page telephone kinds_of_text source_articles other more total page_of"
    ),
    "measure_words": {
        **table("actions also same_thing"),
        **words(
            "holding number_of states anyone groups at_large hard_cuts soft_cuts told_on part_openers "
            "part_openers_back rate_titles root_endings window_openers other_causes narrowing "
            "and_words parts_of plain vague modals foretold turns between predicates rates in_any_label fillers"
        ),
        **number("event_days root_letters"),
        **text("part_link"),
        "agents": words("military"),
        "roles": text("total listed undisclosed"),
    },
    "multiples": {
        **table("words verbs adjectives"),
        **words("adjective_next times times_next"),
        **text("fold"),
    },
    "names": words("phrases before glued after idioms pronoun_next counted_after compounds singular_verbs"),
    "note_words": words("same_as_before"),
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
    "ordinal_series": {
        **records("series"),
        **words("loosens of before_year"),
    },
    "ordinals": {
        **words("suffixes counted"),
        **table("words"),
    },
    "periods": {
        **words(
            "from joiners lean to_date since_then past_openers past lasting within within_openers perfect documents "
            "publishing not_documents founding relatives changes turns"
        ),
        **table("parts units"),
        "openers": words("since after until before window document"),
    },
    "place_words": words(
        "prepositions between collectives also_given_names everywhere named_short objects inside between_unlisted "
        "no_places"
    ),
    "ranges": words("to and or between from bounds by moved spread"),
    "references": words(
        "strong weak worded reports score_words rate dash_words function_words stops plural_verbs "
        "percent and_or chain page_chain reporters streets telephone bills pointed raised_behind"
    ),
    "fits": words("of_whole taken_up rest totals asides negations consequences joins"),
    "relations": words(
        "money_signs brackets percent_words hedges apposition closers comma back_pointers of_these of "
        "of_whole articles change_behind change_before people befallen open_end openers rest_before "
        "rest_strong rest_behind total_before total_words part_of and_words women men ages goes_on asides "
        "shut breaks loose_behind change_nouns no_nouns rest_open definite per each for_each "
        "time_units heads average new_ones plain left_before left_behind concluding holds_some "
        "among_words "
        "items points_ahead list_open first_words second_words third_words fourth_words fifth_words "
        "sixth_words compared from_words to_words earlier later other_subject size_leads times_of size_nouns "
        "more ups downs change_verbs change_words size_words factor_hedges restating of_named total_rows "
        "others pair_openers one_each sum_words ones of_one_percent "
        "subjects_taken_up losses places series_ends pointing points_ahead_only pointing_back "
        "of_all_items pointing_alone pointing_are number_ends most_words minority_words negated "
        "pair_signs of_the highest_words lowest_words being new_scope than_words window_openers "
        "window_units all_time stops change_heads size_glue measured_by draws narrowing "
        "draws_strongly shared_out one_thing "
    ),
    "relative_dates": {
        **table("which days counts"),
        **words("ago future_cues parts articles later year_words of"),
        "units": words("day week month year"),
        "thirds": table("year month"),
    },
    "salutations": words("sure_salutations cookie_starts"),
    "same_figure": words("light apart joints endings"),
    "segments": words(
        "salutation_starts address_starts title_starts title_parts subject_starts notes_headings editors_notes "
        "contact_starts closings chrome_lines chrome_starts chrome_ends about_starts copy_starts annex_headings "
        "closing_leads date_leads frame_heads"
    ),
    "series": words("own times address of_others meetings copulas for_nth between letters of to_come next_year"),
    "signatories": {
        **words(
            "announcing headings heading_ends elsewhere late own_documents own_signers others_documents signers "
            "signed_verbs lead_verbs undisclosed listed others own partial withheld group_words "
            "plural_kinds table_headers name_headers prose particles dangling leading "
            "honorifics role_starts affiliation_words signed_names led_to lead_words lead_sure "
            "behalf_starts number_headers befallen we_are negators naming"
        ),
        **table("numbers"),
    },
    "signatory_totals": words(
        "stops context conjunctions including between signed_by after_signed opening on_behalf title_by adverbs "
        "list_articles asking this whole sign former have long_since reported_verbs undersigned we our by onto "
        "speaking_as addressed_to senders signed_alone aside verb_leads counted_as ours own_bodies joined until for_the "
        "headline_on headline_from in_a further of_m just first of_us anybody scales "
        "presents now_verbs together never_signers whole_words page_words noun_joints addressed it also "
        "beside adds joins"
    ),
    "signing": words("signers documents leading"),
    "subjects": words(
        "hedges amounts auxiliaries relatives prepositions breaks pronouns determiners openers ties also_nouns "
        "third_person irregular_past ing_nouns scales ties_before by to amount_follows"
    ),
    "sums": {
        **words(
            "joining opening part_of open_end people befallen of whole_words share many_answers up down more_than "
            "points average"
        ),
        **table("factors"),
        **text("from to"),
    },
    "timeline": words("future future_before past looked_at past_auxiliaries ahead will takes_place"),
    "totals": words("inside plus_signs"),
    "unclaimed": {
        **number("small"),
        **text("own_points_reason pointing_reason window_reason"),
        **words("own_points pointing documents"),
        "segments": text("front_matter dateline address contact signature signatories notes chrome"),
    },
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
