"""The day a letter bears: lines that are no dateline first, then datelines in the dress of many countries."""

from __future__ import annotations

from datetime import date

import pytest

from claims.letters import letter_from_bytes
from claims.parts.dating.datelines import read_dateline

NO_DATELINE = [
    "On 7 August 2021 Amnesty groups in Olmo",
    "On 7 August 2021, Harbour Watch and the Alder Union",
    "7 August 2021, police broke into the office",
    "Signed on 3 May 2021 in Olmo by both sides, the treaty says nothing of fish.",
    "Delivered on 3 May 2021 to the ministry, the petition was lost",
    "The law of 21 de marzo de 2022",
    "12 families 2021",
    "3 Safar 1443",
    "Since 14. Mai 2024 the gates are shut",
    "12 May and 13 June 2021 were dry",
    "by 31 December 2023, Olmo must",
]


@pytest.mark.parametrize("line", NO_DATELINE)
def test_a_line_that_is_no_dateline(line: str) -> None:
    assert read_dateline(line) is None


DATELINES = {
    "Middelburg, 7.11.2022": date(2022, 11, 7),
    "Wien, am 3.4.2021": date(2021, 4, 3),
    "Bogotá, 4 de mayo de 2023": date(2023, 5, 4),
    "Mérida, Yucatán, a 21 de marzo de 2022": date(2022, 3, 21),
    "Brasília, 11 de setembro de 2023": date(2023, 9, 11),
    "Jakarta, 27 Desember 2023": date(2023, 12, 27),
    "Budapest, 2020. szeptember 6.": date(2020, 9, 6),
    "Warszawa, 12 grudnia 2021": date(2021, 12, 12),
    "Freiburg im Breisgau, den 14. Mai 2024": date(2024, 5, 14),
    "İzmir, 12 Mart 2023": date(2023, 3, 12),
    "Київ, 6 вересня 2022": date(2022, 9, 6),
    "Cotonou, on the 26th of June 2022, International Day in Support of Victims of Torture": date(2022, 6, 26),
    "Olmo, 5 Agustus 2019 (5 August 2019)": date(2019, 8, 5),
    "5 mars 2021 / 5 March 2021": date(2021, 3, 5),
    "Date: 22 · 09 · 2021": date(2021, 9, 22),
    "as of 9 March 2024": date(2024, 3, 9),
    "Last modified on Friday, 09 February 2024": date(2024, 2, 9),
    "Anou, this 29th day of June 2024": date(2024, 6, 29),
    "11/04/2024 (updated 14/04/2024)": date(2024, 4, 11),
    "5 June 2024 · World Environment Day": date(2024, 6, 5),
    "📅 5 June 2024": date(2024, 6, 5),
    "Submitted on 2021-10-19 to the Clerk of Parliament, Olmo": date(2021, 10, 19),
    "Submitted this Friday, 12 May 2023, to the Governor of the Province": date(2023, 5, 12),
    "Date: Tue, 14 Sep 2021 09:12:44 +0100": date(2021, 9, 14),
    "10:15 AM · May 19, 2022": date(2022, 5, 19),
    "2078 Bhadra 23 (8 September 2021)": date(2021, 9, 8),
    "By the editors | July 27, 2021 | 3 min read": date(2021, 7, 27),
}


@pytest.mark.parametrize(("line", "day"), DATELINES.items(), ids=DATELINES.keys())
def test_a_dateline(line: str, day: date) -> None:
    found = read_dateline(line)
    assert found is not None
    assert found[0].date == day


@pytest.mark.parametrize("line", ["Olmo, 2/9/2019", "01-08-2022", "Olmo, 3/4/2021"])
def test_figures_that_name_two_days_name_none(line: str) -> None:
    found = read_dateline(line)
    assert found is not None
    assert found[0].date is None
    assert found[0].problem


BODY = "The harbour has been closed to all fishing boats since the winter storms, and nobody has told us why."
PAGES = {
    "a lead in brackets": (f"(Olmo, 19 December 2021) Heads of State should listen. {BODY}", date(2021, 12, 19)),
    "a lead with how many sign": (
        f"Olmo/Anou, 24 February 2022 (19 organisations) — Ahead of the council we write. {BODY}",
        date(2022, 2, 24),
    ),
    "sent, above the salutation": (
        f"The harbour must open\n\n65 people wrote to the Minister on 31 July 2023:\n\nDear Minister,\n\n{BODY}",
        date(2023, 7, 31),
    ),
    "a title in capitals": (
        "A LETTER FROM THE FISHERS OF THE EASTERN AND SOUTHERN COAST\nto the Minister of Fisheries of Olmo\n\n"
        f"Olmo, 11th July, 2022\n\nMadam,\n\n{BODY}",
        date(2022, 7, 11),
    ),
    "another text's date below": (
        f"The harbour must open\n\n{BODY}\n\nMore news\nVictory in court! — 2 February 2021\n",
        None,
    ),
    "the body's own dates": (f"The harbour must open\n\nIn 2021 we wrote.\n\nOn 3 May 2021 boats sank. {BODY}", None),
}


@pytest.mark.parametrize(("text", "day"), PAGES.values(), ids=PAGES.keys())
def test_the_day_of_a_letter(text: str, day: date | None) -> None:
    assert letter_from_bytes(text.encode(), path="a.txt", letter_id="a").written_on == day
