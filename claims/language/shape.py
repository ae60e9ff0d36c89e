"""The shape of a language: every list file and every key that code asks for, and what each holds. Nothing else of a
language's folder is ever read.

A list that a language has no use for is empty (`[]` or `{}`), never left out: left out means forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from claims.language.shape_kinds import Shape, number, records, rows, table, text, words
from claims.language.shape_of_numbers import NUMBERS

SHAPE: Final[Mapping[str, Shape]] = {
    **NUMBERS,
    "announced": words("nouns following open_end"),
    "citations": words(
        "document_words note_leads number_words attribution_before attribution_after attribution_said same_again "
        "plain_sources not_sources again_marks page_marks"
    ),
    "clauses": words("turns list_joiners costly parting heads asides of inside against"),
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
    "doubts": text(
        "commas lines rival perhaps uncounted tongues belonging far_off holes stand_ins foreign heads near_miss cut "
        "joined unheeded nested"
    ),
    "event_words": words("place_kinds joining back_references numerals"),
    "fits_quotients": {
        **words("nots gone again every thousands measures to_one one_of wholes"),
        **table("manners larger"),
    },
    "fits_dates": words(
        "passed left today since upon each future other_days turning ourselves persons being this lasted reaching "
        "enough in_row next limits"
    ),
    "letter_dates": {
        **table("months"),
        **text("day_word"),
        **words(
            "weekdays ordinal_suffixes of written_labels published_labels changed_labels made made_first access_words "
            "front_matter_keys title_keys before_date date_articles posted_by handed_to went_out other_languages "
            "behind_date issued today today_is writing_behind"
        ),
    },
    "letter_words": words(
        "articles joints told name_links source_links pronouns before_digits place_links postnominals plus many "
        "page telephone kinds_of_text source_articles other more total page_of"
    ),
    "measure_words": {
        **table("actions also same_thing"),
        **words(
            "holding number_of states anyone groups at_large hard_cuts soft_cuts told_on part_openers when "
            "part_openers_back rate_titles root_endings window_openers other_causes narrowing "
            "and_words parts_of plain vague modals foretold turns between predicates rates in_any_label fillers"
        ),
        **number("event_days root_letters"),
        **text("part_link"),
        "agents": words("military"),
        "roles": text("total listed undisclosed"),
    },
    "note_words": words("same_as_before verbs remark_openers source_kinds"),
    "ordinal_series": {
        **records("series"),
        **words("loosens of before_year"),
    },
    "references": words(
        "strong weak worded reports score_words rate dash_words function_words stops plural_verbs "
        "percent and_or chain page_chain reporters streets telephone bills pointed raised_behind"
    ),
    "fits": words("of_whole taken_up rest totals asides negations consequences joins retelling"),
    "relations": rows("opposites")
    | words(
        "money_signs brackets percent_words hedges apposition closers comma back_pointers of_these of "
        "of_whole articles change_behind compares change_before people befallen open_end openers rest_before "
        "rest_strong rest_behind total_before total_words part_of and_words women men ages goes_on asides "
        "shut breaks loose_behind change_nouns no_nouns rest_open definite per each for_each "
        "time_units heads average new_ones plain left_before left_behind concluding holds_some "
        "among_words "
        "items points_ahead list_open first_words second_words third_words fourth_words fifth_words "
        "sixth_words other_ones compared from_words to_words earlier later other_subject size_leads "
        "times_of size_nouns "
        "more ups downs change_verbs change_words size_words factor_hedges restating of_named total_rows "
        "others set_figures there_are one_person pair_openers one_each sum_words ones of_one_percent "
        "subjects_taken_up losses places series_ends pointing points_ahead_only pointing_back "
        "of_all_items pointing_alone pointing_are number_ends most_words minority_words negated "
        "pair_signs of_the highest_words lowest_words being new_scope than_words window_openers "
        "window_units all_time stops change_heads size_glue measured_by draws narrowing "
        "draws_strongly draws_by_hand shared_out one_thing one_for spread_over lone_articles rest_not part_leads "
        "age_subjects age_verbs age_open age_bounds all_of_them untold_rest "
        "lone_time alone_light first_persons second_persons limits limited is_again averages_of of_the_part "
    ),
    "salutations": words("sure_salutations cookie_starts"),
    "same_figure": words("light apart joints endings"),
    "segments": words(
        "salutation_starts address_starts title_starts title_parts subject_starts notes_headings editors_notes "
        "contact_starts closings chrome_lines chrome_starts chrome_ends about_starts copy_starts annex_headings "
        "closing_leads date_leads frame_heads letterhead_starts backers_headings quote_ends"
    ),
    "series": words(
        "own times address of_others meetings copulas for_nth between letters of to_come next_year "
        "addressed date_links held"
    ),
    "signatories": {
        **words(
            "announcing headings heading_ends elsewhere pointing late own_documents own_signers others_documents "
            "signers signed_verbs lead_verbs undisclosed listed others own partial withheld group_words "
            "plural_kinds table_headers name_headers prose particles dangling leading "
            "honorifics role_starts affiliation_words signed_names led_to lead_words lead_sure "
            "behalf_starts signature_marks number_headers befallen we_are negators naming illegible brings_others "
            "senders_heads kept_names signed_people kept_back prose_weak long_ago role_or_house house_nouns "
            "joined_heads"
        ),
        **table("numbers sets multipliers"),
    },
    "signatory_totals": words(
        "stops context conjunctions including between signed_by after_signed opening beside_listed numbering on_behalf "
        "title_by adverbs list_articles asking this whole sign former have long_since reported_verbs undersigned we "
        "our by onto speaking_as addressed_to senders signed_alone aside verb_leads counted_as ours own_bodies joined "
        "until "
        "for_the headline_on headline_from in_a further of_m just first of_us anybody scales "
        "presents now_verbs together never_signers whole_words page_words noun_joints addressed it also "
        "beside adds joins short_of less_by our_number signs_now signed_here signing_words tally_words "
        "every whose bears letter_is"
    ),
    "signing": words("signers documents leading"),
    "signing_acts": words(
        "instruments present letter_is_of we_write to_you speaking_for names_of stands_at acts here to_them joins_in "
        "set_out signed_it who_sign are in_number some_of_us say_at_end signed_with not_it ourselves "
        "there_are views noun_leads made_by puts before_you signed_who signed_else "
        "signatories instruments_of signed_to no_cry voices_for bands doubted we_act measures "
        "where openly speaks_out namely homes we_or_i by_now"
    ),
    "sums": {
        **words(
            "joining opening part_of open_end people befallen of whole_words share many_answers up down more_than "
            "points average"
        ),
        **table("factors"),
        **text("from to"),
    },
    "timeline": {
        **words("future future_before past looked_at past_auxiliaries ahead will takes_place act_links act_behind"),
        **rows("acts"),
    },
    "totals": words("inside plus_signs"),
    "unclaimed": {
        **number("small"),
        **text("own_points_reason pointing_reason window_reason"),
        **words("own_points pointing documents"),
        "segments": text("front_matter dateline address contact signature signatories notes chrome"),
    },
}
