"""Names run together, what signers call themselves, where a run of names ends, and totals of whoever writes."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field, Signatories, Span
from claims.parts.candidates.running.run_ends import labelled_stretches, without_sentences
from claims.parts.counting.group_labels import counted_label, is_group_label
from claims.parts.counting.own_nouns import heads_them, own_nouns
from claims.parts.looks.joined import holds_several

EMPTY = Field(measures=(), events=(), producers=(), places=())
LINES = "- Alder Watch\n- Birch Union\n- Cedar Network\n- Dune Forum\n"
PROSE = "The river ports have been closed to all fishing boats since the storms, and nobody has said why.\n\n"


def read(text: str) -> Signatories:
    return extract(letter_from_bytes(text.encode(), path="a.txt", letter_id="a"), EMPTY).signatories


@pytest.mark.parametrize(
    "name",
    [
        "J. R. R. Tolkien",
        "J. B. Otieno",
        "Prof. Dr. Anke Rehm",
        "Maria Jose Ana",
        "Anna Maria Peter Schmidt",
        "Network of Women Network Asia",
        "International Union Network for Rights",
        "Women's Union of Valley Trust",
        "Alder Union, Basra",
        "Forum Asia Network",
        "Union Network International",
        "Alder Watch",
        "Centre Ibn Sahl",
        "Coalition for the Trust of Nations",
    ],
)
def test_one_name_is_one(name: str) -> None:
    assert not holds_several(name)


@pytest.mark.parametrize(
    "name",
    [
        "Farrow M. Stott P. Iqbal",
        "A. Farrow M. Stott P. Iqbal",
        "Hession N. Adeyemi R. Thwaite",
        "Ana Ruiz David Okoro",
        "Maria Aydin Peter Stone",
        "Alder Trust Birch Forum Cedar Union",
        "Dune Pier League Elm Crew Guild Fern Quay Club",
        "Gull Rope Trust Heron Dock Forum Ivy Sail Union",
        "Union Nest Forum Oak",
        "Network Moor Union Pine",
    ],
)
def test_several_names_in_one_are_several(name: str) -> None:
    assert holds_several(name)


@pytest.mark.parametrize(
    "text",
    [
        "Twelve village councils were flooded in May.",
        "Three states adopted this declaration.",
        "The councils met in March.",
        "Nine drivers signed the June letter.",
        "We helped the nine choirs of the valley.",
        "We, the undersigned, ask for silence.",
    ],
)
def test_those_a_letter_tells_of_are_not_its_signers(text: str) -> None:
    assert own_nouns([text]) == frozenset()


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Twelve village councils join in this letter.", "councils"),
        ("Twelve village councils have joined in this letter.", "councils"),
        ("9 choirs support this open letter.", "choirs"),
        ("Six river pilots have signed our appeal.", "pilots"),
        ("Forty-two bakers stand behind this call.", "bakers"),
        ("We, the nine choirs of the valley, ask for silence.", "choirs"),
        ("We, the undersigned eleven bakers, ask for flour.", "bakers"),
        ("The undersigned seven stallholders, who sell here, ask for light.", "stallholders"),
        ("Ten dancers back this statement.", "dancers"),
    ],
)
def test_what_signers_call_themselves(text: str, noun: str) -> None:
    assert own_nouns([text]) == {noun}


@pytest.mark.parametrize("lead", ["The councils:", "Our nine choirs:", "The following councils:", "Signed, the choirs"])
def test_a_lead_of_their_own_nouns(lead: str) -> None:
    assert heads_them(lead, frozenset({"councils", "choirs"})) == lead.endswith(":")


@pytest.mark.parametrize(
    "lead", ["The closed councils:", "The ports:", "We ask the councils to:", "Councils we wrote to:"]
)
def test_a_lead_of_others(lead: str) -> None:
    assert not heads_them(lead, frozenset({"councils", "choirs"}))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ana Ruiz, Bo Lind. Three further pilots have signed as well.", "Ana Ruiz, Bo Lind"),
        ("Ana Ruiz (1999), Bo Lind (2004). They will send the medals back.", "Ana Ruiz (1999), Bo Lind (2004)"),
        ("Ana Ruiz, J. B. Otieno, Bo Lind", "Ana Ruiz, J. B. Otieno, Bo Lind"),
        ("Alder Boats Ltd. Birch Union", "Alder Boats Ltd. Birch Union"),
        ("Ana Ruiz, Bo Lind.", "Ana Ruiz, Bo Lind."),
    ],
)
def test_a_run_of_names_ends_with_its_sentence(text: str, kept: str) -> None:
    assert without_sentences(text, Span(0, len(text))).of(text) == kept


def test_labels_part_a_line() -> None:
    text = "Choirs (2): Alder; Birch. Soloists (2): Ana Ruiz; Bo Lind. Contact: ana@alder.example"
    found = [span.of(text) for span in labelled_stretches(text, Span(0, len(text)))]
    assert found == ["Choirs (2): Alder; Birch", "Soloists (2): Ana Ruiz; Bo Lind"]


def test_a_year_counts_nobody() -> None:
    assert counted_label("Ana Ruiz (2009)") is None
    assert counted_label("KENYA (14)") == ("KENYA", 14)


def test_a_joint_stands_before_a_kind() -> None:
    assert is_group_label("and six individuals:")
    assert is_group_label("as well as by three organisations:")
    assert not is_group_label("and Birch Union")


@pytest.mark.parametrize(
    ("title", "stated"),
    [
        ("Open letter from 4 correspondents", 4),
        ("Open letter from four stallholders", 4),
        ("Open letter from 4 years of waiting", None),
        ("Open letter of 4 demands", None),
        ("Letter to 5 ministers", None),
        ("The 4 closed ports", None),
    ],
)
def test_whoever_sends_a_letter_is_counted(title: str, stated: int | None) -> None:
    assert read(f"{title}\n\n3 March 2021\n\nDear Minister,\n\n{PROSE}Signed:\n\n{LINES}").stated == stated


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("Four societies and cinemas ask you to open the harbour.", 4),
        ("All four of our charities have sat with the crews.", 4),
        ("Four local groups have agreed this text.", 4),
        ("Four children of our charities have died.", None),
        ("Five ministers told you so.", None),
        ("Four ships lie idle.", None),
    ],
)
def test_those_who_ask_you_are_counted(sentence: str, stated: int | None) -> None:
    assert read(f"3 March 2021\n\nDear Minister,\n\n{PROSE}{sentence}\n\nSigned:\n\n{LINES}").stated == stated


def test_a_quoted_mail_counts_no_more_than_it_says() -> None:
    quoted = f"Dear Minister,\n\n{PROSE}Four local groups have agreed this text.\n\nSigned,\n\n{LINES}"
    text = "3 March 2021\n\n" + "".join(f"> {line}\n" for line in quoted.splitlines())
    found = read(text)
    assert (found.stated, found.listed) == (4, 4)
    assert [total.comparator for total in found.totals] == ["="]


@pytest.mark.parametrize(
    ("head", "day"), [("Olmo, 8/IX/2023", "2023-09-08"), ("21-iii-2022", "2022-03-21"), ("4.XII.2021", "2021-12-04")]
)
def test_months_in_roman_numerals(head: str, day: str) -> None:
    letter = letter_from_bytes(f"{head}\n\nDear Minister,\n\n{PROSE}".encode(), path="a.txt", letter_id="a")
    assert letter.written_on is not None
    assert letter.written_on.isoformat() == day


def test_one_hand_for_a_circle_makes_no_doubt() -> None:
    assert (
        read(
            f"3 March 2021\n\nDear Minister,\n\n{PROSE}Yours truly,\nAna Ruiz, for the Old Pupils' Circle of Olmo\n"
        ).doubts
        == ()
    )
