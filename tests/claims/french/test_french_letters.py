"""Letters in French, all invented: from bytes to claims, signatories and findings."""

from __future__ import annotations

from datetime import date

import pytest

from claims.letters import letter_from_bytes
from expectations.check import check_letter
from expectations.model import CheckedLetter
from sources.table.load import load_table

NAMES = ("Toit commun", "Maison des voisins", "Entraide Sud", "Les Mains ouvertes", "Abri du quai", "Secours du port")


def checked(text: str) -> CheckedLetter:
    """A letter read without being told its language."""
    letter = letter_from_bytes(text.encode(), path="lettre.txt", letter_id="lettre", language="auto")
    assert letter.language == "fr"
    return check_letter(letter, load_table().field, None)


def with_list(opening: str, names: tuple[str, ...] = NAMES, *, mark: str = "- ") -> str:
    listed = "\n".join(f"{at}. {name}" if mark == "1. " else f"{mark}{name}" for at, name in enumerate(names, start=1))
    return (
        f"Communiqué de presse : le port doit rouvrir\n\nLyon, le 3 octobre 2021\n\nMadame la Maire,\n\n{opening}\n\n"
        f"Cordialement,\n\nSignataires :\n\n{listed}\n"
    )


BODY = "Nous vous écrivons au sujet du port. {} Nous demandons une réponse avant la fin du mois."

CLAIMS = [
    ("Depuis janvier 2020, plus de 12 500 ménages vivent sans eau courante.", [("12 500 ménages", ">", "12500")]),
    ("Au moins 45 écoles et 3 hôpitaux ont fermé.", [("45 écoles", ">=", "45"), ("3 hôpitaux", None, "3")]),
    ("Les travaux coûteraient 3,5 millions d'euros.", [("3,5 millions d'euros", "=", "3500000")]),
    ("Environ 40 % des pêcheurs ont perdu leur bateau.", [("40 % des pêcheurs", "~", "40")]),
    ("Près de quatre-vingt-dix familles attendent un logement.", [("quatre-vingt-dix familles", "~", "90")]),
    ("Des centaines d'habitants ont signé un registre.", [("centaines d'habitants", "range", "100")]),
    ("Entre 20 et 30 maisons ont brûlé en mars 2021.", [("20 et 30 maisons", "range", "20")]),
    ("Le trajet dure désormais 18 mois de plus que prévu.", [("18 mois", "=", "18")]),
    ("Moins de 10 dockers travaillent encore.", [("10 dockers", "<", "10")]),
    ("Jusqu'à 1,2 million de tonnes passaient par an.", [("1,2 million de tonnes", "<=", "1200000")]),
]


@pytest.mark.parametrize(("sentence", "expected"), CLAIMS)
def test_the_figures_of_a_letter(sentence: str, expected: list[tuple[str, str | None, str]]) -> None:
    claims = checked(with_list(BODY.format(sentence))).extraction.claims
    found = {claim.quantity.text: claim.quantity for claim in claims}
    for text, comparator, value in expected:
        assert f"{found[text].value:f}".removesuffix(".0") == value
        assert comparator in (None, found[text].comparator)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Lyon, le 3 octobre 2021", date(2021, 10, 3)),
        ("Bruxelles, 14 mars 2023", date(2023, 3, 14)),
        ("Le 1er août 2022", date(2022, 8, 1)),
        ("Dakar, le 28 février 2024", date(2024, 2, 28)),
        ("Mis en ligne le 9 juin 2020", None),
    ],
)
def test_the_date_of_a_letter(line: str, day: date | None) -> None:
    text = with_list(BODY.format("")).replace("Lyon, le 3 octobre 2021", line)
    assert checked(text).extraction.letter.written_on == day


@pytest.mark.parametrize("mark", ["- ", "• ", "1. ", "* ", ""])
def test_the_list_of_signatories(mark: str) -> None:
    names = checked(with_list(BODY.format(""), mark=mark)).extraction.signatories.names
    assert [one.name for one in names] == list(NAMES)


@pytest.mark.parametrize(
    "opening",
    [
        "Cette lettre est signée par 6 organisations.",
        "Nous, les soussignés, 6 associations, vous écrivons au sujet du port.",
        "Nous, les 6 organisations soussignées, vous écrivons au sujet du port.",
        "La présente lettre est signée par six associations.",
        "La présente lettre a été signée par 6 associations.",
        "Nous, les six organisations signataires, vous écrivons.",
        "Au nom des 6 associations signataires, nous vous écrivons.",
        "Nous sommes 6 organisations et nous vous écrivons au sujet du port.",
        "Six associations signent cette lettre.",
        "Cet appel est soutenu par 6 organisations.",
        "Nous, un collectif de 6 organisations, vous écrivons.",
    ],
)
@pytest.mark.parametrize("missing", [0, 1])
def test_a_total_is_held_against_the_list(opening: str, missing: int) -> None:
    letter = checked(with_list(opening + " " + BODY.format(""), NAMES[missing:]))
    assert letter.extraction.signatories.stated == 6
    (finding,) = [one for one in letter.findings if one.rule == "signatory-total"]
    assert finding.status == ("inconsistent" if missing else "consistent")


@pytest.mark.parametrize(
    "opening",
    [
        "Le traité a été signé par 40 pays.",
        "L'an dernier, 80 associations ont protesté.",
        "Une autre lettre a été signée par 6 associations en 2019.",
        "Nous avons aidé 6 organisations.",
    ],
)
def test_what_others_signed_is_no_total(opening: str) -> None:
    assert checked(with_list(BODY.format(opening))).extraction.signatories.stated is None


@pytest.mark.parametrize(("word", "status"), [("trois", "consistent"), ("quatre", "inconsistent")])
def test_an_announced_count_is_held_against_its_items(word: str, status: str) -> None:
    demands = (
        f"Nous formulons {word} demandes :\n\n1. Rouvrir le port.\n2. Publier les comptes.\n3. Payer les équipages."
    )
    letter = checked(with_list(BODY.format("") + f"\n\n{demands}\n"))
    assert [one.status for one in letter.findings if one.rule == "announced-list"] == [status]


RELATIONS = [
    ("Sur les 480 puits du canton, 312 sont fermés (65 %).", "percentage", "consistent"),
    ("Sur les 480 puits du canton, 312 sont fermés (56 %).", "percentage", "inconsistent"),
    ("Un tiers des 90 écoles, soit 45, n'ont pas de toit.", "percentage", "inconsistent"),
    ("Des 480 puits, 310 sont profonds et 170 peu profonds.", "parts-whole", "consistent"),
    ("Des 480 puits, 310 sont profonds et les 270 autres peu profonds.", "parts-whole", "inconsistent"),
    ("On a reçu 210 dons de Lyon, 240 de Dakar et 100 de Gand, au total 550.", "parts-whole", "consistent"),
    ("Le nombre de passagers est passé de 640 à 384, soit une baisse de 40 %.", "change", "consistent"),
    ("Le nombre de passagers est passé de 640 à 384, soit une baisse de 30 %.", "change", "inconsistent"),
    ("Les cliniques ont augmenté de 20 %, passant de 100 à 80.", "change", "inconsistent"),
    ("Le prix de l'eau est passé de 200 à 300 euros, soit une hausse de 50 %.", "change", "consistent"),
    ("Le port a fermé le 3 octobre 2017, il y a quatre ans.", "duration", "consistent"),
    ("Le port a fermé le 3 octobre 2017, il y a sept ans.", "duration", "inconsistent"),
    ("Du 1er mars 2020 au 31 mars 2020, soit 31 jours, le marché est resté fermé.", "duration", "consistent"),
    ("Du 1er mars 2020 au 31 mars 2020, soit 13 jours, le marché est resté fermé.", "duration", "inconsistent"),
    ("Le quai a été fermé le mardi 4 mai 2021.", "date-order", "consistent"),
    ("Le quai a été fermé le vendredi 4 mai 2021.", "date-order", "inconsistent"),
    ("Le quai a été fermé le 31 juin 2021.", "date-order", "inconsistent"),
    ("Ce fut la 41e session du Conseil des droits de l'homme (A/HRC/42/L.7).", "ordinal", "inconsistent"),
]


@pytest.mark.parametrize(("sentence", "rule", "status"), RELATIONS)
def test_what_the_figures_of_a_letter_say_of_each_other(sentence: str, rule: str, status: str) -> None:
    found = [one for one in checked(with_list(BODY.format(sentence))).findings if one.rule == rule]
    assert [one.status for one in found if one.status != "not_checkable"] == [status]


# What binds nothing together: no finding may speak of an error.
UNBOUND = [
    "Le taux est de 40 % pour les 30 communes, 12 seulement ont répondu.",
    "La peine de sept ans de prison a été prononcée le 3 octobre 2017.",
    "Dans les quatre prochains ans, 3 des 9 quais seront fermés.",
    "Le loyer passe de 300 à 450 euros et les salaires ont augmenté de 3 %.",
    "Sur 90 écoles, 30 ont un toit et 20 un puits.",
    "Le bail de 40 ans a été signé le 3 mai 2017.",
    "Il y a 40 écoles et 20 routes.",
]


@pytest.mark.parametrize("sentence", UNBOUND)
def test_figures_that_only_stand_beside_each_other_are_no_error(sentence: str) -> None:
    findings = checked(with_list(BODY.format(sentence))).findings
    assert [one for one in findings if one.status == "inconsistent"] == []
