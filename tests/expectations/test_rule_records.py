"""A rule is two files, a module and its record; schema, pages, tables, words and `--explain` are made of them."""

from __future__ import annotations

import ast
import importlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

import expectations.rules
from claims.letters import letter_from_bytes
from claims.model import Field
from expectations.book.all_rules import all_rules, own_rules
from expectations.book.rulebook import contract_line, page, renewed
from expectations.check import check_letter
from expectations.declaring import texts_of
from expectations.gates.checks import declaration_of
from expectations.gates.gated_rows import rows_of
from flows.cli import main
from reports.exports.contract import contract_schema, to_contract
from reports.words.wording import keys, word
from sources.table.declared_faults import faults

ROOT = Path(__file__).parents[2]
EMPTY = Field(measures=(), events=(), producers=(), places=())
LETTER = "3 May 2024\n\nDear Members,\n\nWe met 50 farmers.\n\nSincerely,\n\nRiver Watch\n"
MODULE = """
from expectations.declaring import declared, say
from expectations.findings import broken

ID = "round-figure"

def run(extraction, field):
    round_ones = [claim for claim in extraction.claims if claim.quantity.value % 10 == 0]
    return [broken(ID, "info", say(ID, "round", text=one.text), stated=one.text, expected=say(ID, "counted"),
                   spans=[one.span], claims=[one]) for one in round_ones]

RULE = declared(ID, run)
"""
RECORD = """
order: 75
label: Round figure
sentence: A figure was counted and not guessed.
checks: Figures that end in a zero are looked at.
why: They are often guesses.
authority: ['A handbook of counting (2020), chapter 3']
scope: {looks_at: Every figure., leaves: Dates.}
severity: info
how_to_read: The figure as printed.
how_to_dismiss: Dismiss it if it was counted.
must_not_fire: [We met 51 farmers.]
must_fire: [We met 50 farmers.]
messages:
  round: "“{text}” is round."
  counted: a count
"""
MADE = (own_rules, texts_of, declaration_of, word, keys)


def _forget() -> None:
    importlib.invalidate_caches()
    for made in MADE:
        made.cache_clear()


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A rule in a folder of its own, two files and nothing else, which is a further home of rules."""
    (tmp_path / "round_figure.py").write_text(MODULE, encoding="utf-8")
    (tmp_path / "texts" / "en").mkdir(parents=True)
    (tmp_path / "texts" / "en" / "round-figure.yml").write_text(RECORD, encoding="utf-8")
    monkeypatch.setattr(expectations.rules, "__path__", [*expectations.rules.__path__, str(tmp_path)])
    _forget()
    yield tmp_path
    monkeypatch.undo()
    sys.modules.pop("expectations.rules.round_figure", None)
    _forget()


def checked():
    return check_letter(letter_from_bytes(LETTER.encode(), path="a.txt", letter_id="a"), EMPTY, None)


def test_a_rule_that_is_added_runs_in_its_place(added):
    assert [rule.rule_id for rule in all_rules()][6:9] == ["change", "round-figure", "rate"]
    assert [one.message for one in checked().findings if one.rule == "round-figure"] == ["“50 farmers” is round."]


def test_it_is_in_the_schema_and_what_it_finds_is_valid(added):
    schema = contract_schema()
    assert "round-figure" in schema["$defs"]["rule"]["enum"]
    document = to_contract([checked()], [], [])
    assert any(one["rule"] == "round-figure" for one in document["letters"][0]["findings"])
    Draft202012Validator(schema).validate(json.loads(json.dumps(document)))


def test_it_is_in_the_tables_and_has_its_words(added):
    rows = rows_of([checked()], across=(), table=None)["findings"]
    assert "round-figure" in {row["rule"] for row in rows}
    assert [fault.value for fault in faults(rows, declaration_of("findings"), file="findings")] == []
    assert (word("rule", "round-figure").label, word("rule", "round-figure").short) == ("Round figure", "round figure")
    assert "round-figure" in keys("rule")


def test_it_is_in_the_pages(added):
    text = page(own_rules())
    for words in ("## round-figure", "A handbook of counting", "Every figure.", "“{text}” is round.", "We met 51"):
        assert words in text
    assert "`change` `round-figure` `rate`" in contract_line(own_rules())


def test_explain_names_the_record_that_spoke(added, tmp_path, capsys):
    (tmp_path / "letter.txt").write_text(LETTER)
    main(["check", "--explain", "round-figure", str(tmp_path / "letter.txt")])
    out = capsys.readouterr().out
    assert out.startswith("ROUND FIGURE  [round-figure]")
    assert "A handbook of counting (2020), chapter 3" in out
    assert "“50 farmers” is round. [round-figure]" in out


def test_without_it_nothing_of_it_is_left():
    assert "round-figure" not in page(own_rules())
    assert "round-figure" not in contract_schema()["$defs"]["rule"]["enum"]


def test_explain_before_a_letter_keeps_the_letter(tmp_path, capsys):
    (tmp_path / "letter.txt").write_text(LETTER)
    main(["check", "--explain", str(tmp_path / "letter.txt")])
    out = capsys.readouterr().out
    assert "claimed: statistic" in out
    assert "[signatory-total]" in out


def test_explain_of_no_rule_says_which_there_are(tmp_path, capsys):
    (tmp_path / "letter.txt").write_text(LETTER)
    assert main(["check", str(tmp_path / "letter.txt"), "--explain=percent"]) == 2
    assert "--explain percent: is no rule; the rules are signatory-total" in capsys.readouterr().err


def test_the_contract_names_the_rules_there_are():
    contract = (ROOT / "docs" / "contract.md").read_text(encoding="utf-8")
    assert renewed(contract, own_rules()) == contract
    assert contract_line(own_rules()) in contract.split("\n")


@pytest.mark.parametrize("rule", own_rules(), ids=lambda rule: rule.rule_id)
def test_a_record_is_whole(rule):
    assert rule.label
    assert rule.sentence.endswith(".")
    assert rule.authority
    assert all(len(source) > 30 for source in rule.authority)
    assert any(re.search(r"\d", source) for source in rule.authority), "none of them can be found"
    assert len(rule.looks_at) > 30
    assert len(rule.leaves) > 30
    assert rule.messages
    assert rule.order


def test_every_rule_has_a_place_of_its_own():
    orders = [rule.order for rule in own_rules()]
    assert len(set(orders)) == len(orders)


# --- what is said comes from the records ---

ROOMS = ("rules", "signing", "clauses")
MODULES = sorted(path for room in ROOMS for path in (ROOT / "expectations" / room).glob("*.py"))
WORDS = re.compile(r"[A-Za-z]{2,}[,.:;]? [A-Za-z]{2,}|^ ?[A-Za-z]{3,} | [A-Za-z]{3,}[ .:]*$")
UNIT_JOINT = " per "
"""The joint of a unit, "visit per day", which is no sentence."""


def said_in(tree: ast.Module) -> list[str]:
    """The texts of a module that are no documentation."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [str(node.value) for node in texts if id(node) not in docs]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_module_speaks_for_itself(path):
    texts = said_in(ast.parse(path.read_text(encoding="utf-8")))
    assert [text for text in texts if WORDS.search(text) and text != UNIT_JOINT] == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "expectations/rules/texts/en").glob("*.yml")), ids=lambda path: path.stem
)
def test_no_record_names_a_key_twice(path):
    root = yaml.compose(path.read_text(encoding="utf-8"))
    for node in (root, *(value for _, value in root.value if isinstance(value, yaml.MappingNode))):
        names = [key.value for key, _ in node.value]
        assert len(set(names)) == len(names)


def keys_said(tree: ast.Module) -> list[tuple[str, str, set[str] | None]]:
    """(function, key, the names of what is filled in or None where they are not plain) of every plain call."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("say", "say_counted"):
            key, names = node.args[1], {word.arg for word in node.keywords}
            for one in [key.body, key.orelse] if isinstance(key, ast.IfExp) else [key]:
                if isinstance(one, ast.Constant):
                    filled = None if None in names else {str(name) for name in names}
                    found.append((_name_of(node.args[0]), str(one.value), filled))
    return found


def _name_of(rule: ast.expr) -> str:
    return str(rule.value) if isinstance(rule, ast.Constant) else rule.id if isinstance(rule, ast.Name) else ""


def record_of(tree: ast.Module, name: str) -> str:
    """The rule that a constant of the module names."""
    ids = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return {"SHARED": "shared", "rule": "citation-marks"}.get(name) or str(ids.get(name, name))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_is_said_stands_in_the_record_with_its_blanks(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for name, key, filled in keys_said(tree):
        forms = texts_of(record_of(tree, name))["messages"][key]
        for form in [forms] if isinstance(forms, str) else forms.values():
            blanks = set(re.findall(r"{(\w+)}", form))
            assert filled is None or blanks <= filled, f"{key}: {blanks - filled} is not filled in"
