"""The two seed letters all the way: the document, the terminal and the pages hold what was found."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claims.letters import read_letter
from claims.readers.finding import find_letters
from expectations.check import check_letter
from reports.exports.contract import contract_schema, to_contract
from reports.site.write import write_site
from reports.terminal.quick_look import as_text
from reports.words.addresses_shown import card_id, mark_id
from sources.table.load import load_table

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def checked():
    table = load_table(None)
    found, problems, _ = find_letters([str(SEEDS)])
    assert not problems
    return [check_letter(read_letter(one.path, letter_id=one.letter_id), table.field, table) for one in found]


@pytest.fixture(scope="module")
def pages(checked, tmp_path_factory) -> dict[str, str]:
    out = tmp_path_factory.mktemp("site")
    write_site(checked, [], [], load_table(None), out)
    return {path.stem: path.read_text(encoding="utf-8") for path in (out / "letters").iterdir()}


def test_the_document_is_valid_and_points_where_it_says(checked):
    document = json.loads(json.dumps(to_contract(checked, [], []), allow_nan=False))
    assert [error.message for error in Draft202012Validator(contract_schema()).iter_errors(document)] == []
    for letter in document["letters"]:
        assert letter["claims"]
        for claim in letter["claims"]:
            assert letter["text"][claim["start"] : claim["end"]] == claim["text"]
        numbers = letter["numbers"]
        assert numbers["claimed"] + numbers["ignored"] + numbers["unread"] == numbers["total"]


def test_every_claim_stands_on_its_page_with_its_arithmetic(checked, pages):
    for one in checked:
        html = pages[one.extraction.letter.letter_id]
        words = " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())
        for claim in one.extraction.claims:
            verdict = one.verdict_of(claim)
            assert f'id="{card_id(claim.claim_id)}"' in html
            assert f'id="{mark_id(claim.claim_id)}"' in html
            if verdict and verdict.evidence:
                assert " ".join(verdict.arithmetic.split()) in words
        for finding in one.findings:
            assert " ".join(finding.message.split()) in words


def test_ids_are_unique_and_inner_links_lead_somewhere(pages):
    for html in pages.values():
        ids = re.findall(r' id="([^"]+)"', html)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r' href="#([^"]+)"', html)) <= set(ids)


def test_the_terminal_tells_the_fate_of_every_number(checked):
    shown = as_text(checked, [], [], explain=True)
    for one in checked:
        account = one.extraction.numbers
        assert f"= {account.claimed} claimed + {len(account.ignored)} ignored + {len(account.unread)} unread" in shown
    assert len(re.findall(r"^ {4}lines? \d+", shown, re.M)) == sum(one.extraction.numbers.total for one in checked)
