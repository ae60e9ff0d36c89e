"""Rules of a team's own, brought by a tiny package that is really installed in a folder of the import path."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claims.letters import letter_from_bytes
from claims.model import Field
from expectations.book.all_rules import all_rules, own_rules
from expectations.book.plugins import installed
from expectations.book.rulebook import page
from expectations.book.settings_file import load_settings
from expectations.check import check_across, check_letter
from expectations.gates.checks import declaration_of
from expectations.gates.gated_rows import rows_of
from expectations.model import RuleSetting, RuleSettings
from flows.cli import main
from reports.exports.contract import contract_schema
from sources.table.declared_faults import faults

ROOT = Path(__file__).parents[2]
EMPTY = Field(measures=(), events=(), producers=(), places=())
LETTER = "3 May 2024\n\nDear Members,\n\nWe met 50 farmers.\n\nSincerely,\n\nRiver Watch\n"
HEAD = """
from claims.model import Span
from expectations.model import Finding, Rule

def found(**changes):
    plain = dict(rule="acme:round-totals", status="inconsistent", severity="warning", message="50 is round.",
                 stated="50", expected="a count", spans=(Span(0, 4),))
    return Finding(**(plain | changes))

def rule(run, **changes):
    plain = dict(rule_id="acme:round-totals", checks="Round totals are looked at.", why="They are often guesses.",
                 severity="warning", how_to_read="The total as printed.", how_to_dismiss="If it was counted.")
    return Rule(**(plain | dict(run=run) | changes))
"""
SOUND = "RULE = rule(lambda extraction, field: [found()])"


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Path]]:
    """Lay a distribution into a folder on the import path: a module and a .dist-info with its entry points."""
    names: list[str] = []
    monkeypatch.syspath_prepend(str(tmp_path))

    def put(code: str, *, name: str = "acme-rules", points: str = "round-totals = {module}:RULE") -> Path:
        module = name.replace("-", "_")
        names.append(module)
        (tmp_path / f"{module}.py").write_text(HEAD + code, encoding="utf-8")
        info = tmp_path / f"{module}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
        entry = f"[crossfoot.rules]\n{points.format(module=module)}\n"
        (info / "entry_points.txt").write_text(entry, encoding="utf-8")
        _forget()
        return tmp_path

    yield put
    monkeypatch.undo()
    for module in names:
        sys.modules.pop(module, None)
    _forget()


def _forget() -> None:
    importlib.invalidate_caches()
    installed.cache_clear()
    declaration_of.cache_clear()


def checked(rules: RuleSettings | None = None):
    letter = letter_from_bytes(LETTER.encode(), path="a.txt", letter_id="a")
    return check_letter(letter, EMPTY, None, *([rules] if rules else []))


def of_the_team(one) -> list[tuple[str, str]]:
    return [(finding.status, finding.message) for finding in one.findings if finding.rule.startswith("acme:")]


def test_without_a_plug_in_there_are_only_our_own():
    assert installed().rules == installed().unusable == ()
    assert all_rules() == own_rules()


def test_an_installed_rule_runs_after_ours(install):
    install(SOUND)
    assert [rule.rule_id for rule in all_rules()][len(own_rules()) :] == ["acme:round-totals"]
    assert of_the_team(checked()) == [("inconsistent", "50 is round.")]
    assert checked().findings[-1].rule == "acme:round-totals"


def test_our_page_of_rules_stays_as_it_is(install):
    before = page(own_rules())
    install(SOUND)
    assert page(own_rules()) == before


def test_an_installed_rule_can_be_switched_off_and_tuned(install, tmp_path):
    install(SOUND)
    off = RuleSettings(by_rule=(("acme:round-totals", RuleSetting(on=False)),))
    assert of_the_team(checked(off)) == []
    (tmp_path / "rules.yml").write_text("acme:round-totals: {severity: info}\n")
    settings = load_settings(str(tmp_path / "rules.yml"), all_rules())
    assert [f.severity for f in checked(settings).findings if f.rule.startswith("acme:")] == ["info"]


def test_the_tables_admit_the_rule_while_it_is_installed(install):
    def at_fault() -> list[str]:
        findings = rows_of([one], across=(), table=None)["findings"]
        return [fault.value for fault in faults(findings, declaration_of("findings"), file="findings")]

    install(SOUND)
    one = checked()
    assert at_fault() == []
    for made in (installed, declaration_of):
        made.cache_clear()
    sys.path.pop(0)
    importlib.invalidate_caches()
    assert at_fault() == ["acme:round-totals"]


def test_across_letters(install):
    install("RULE = rule(lambda e, f: [], run_across=lambda es, f: [found(letter_ids=('a',))])")
    twice = [checked(), checked()]
    assert [finding.message for finding in check_across(twice, EMPTY)] == ["50 is round."]


def test_what_a_rule_prints_is_no_part_of_our_output(install, capsys):
    install("print('loaded')\nRULE = rule(lambda e, f: print('noise') or [found()])")
    assert main(["check", "--text", LETTER, "--format", "json", "--fail-on", "never"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["letters"]
    assert "noise" in said.err


FAULTY = [
    ("raise ValueError('no\\nluck')", "ValueError: no luck"),
    ("raise SystemExit(3)", "SystemExit: 3"),
    ("raise GeneratorExit", "GeneratorExit"),
    ("raise ValueError(chr(0xd800))", "ValueError"),
    ("import no_such_module_of_ours", "ModuleNotFoundError"),
    ("RULE = 3", "is int, not a Rule"),
    ("RULE = rule(None)", "declares no function"),
    ("RULE = rule(lambda e, f: [], rule_id='ordinal')", "team:name"),
    ("RULE = rule(lambda e, f: [], rule_id='Acme:Round')", "team:name"),
    ("RULE = rule(lambda e, f: [], rule_id=None)", "team:name"),
    ("RULE = rule(lambda e, f: [], why=' ')", "lacks a text"),
    ("RULE = rule(lambda e, f: [], severity='grave')", "'grave' is none"),
    ("", "AttributeError"),
]


@pytest.mark.parametrize(("code", "words"), FAULTY, ids=[code[:40] or "nothing" for code, _ in FAULTY])
def test_a_faulty_plug_in_is_a_message(install, code, words):
    install(code)
    (unusable,) = installed().unusable
    assert unusable.where == "rule round-totals of acme-rules"
    assert words in unusable.message
    assert "\n" not in unusable.message
    assert all_rules() == own_rules()
    assert of_the_team(checked()) == []


def test_of_two_rules_with_one_id_the_first_package_s_is_kept(install):
    install(SOUND, name="beta-rules")
    install("RULE = rule(lambda e, f: [found(message='the first')])", name="acme-rules")
    assert of_the_team(checked()) == [("inconsistent", "the first")]
    (unusable,) = installed().unusable
    assert unusable.where == "rule round-totals of beta-rules"
    assert "acme:round-totals is taken" in unusable.message


FAILING = [
    ("lambda e, f: 1 / 0", "ZeroDivisionError"),
    ("lambda e, f: exit(3)", "SystemExit"),
    ("lambda e, f: (_ for _ in ()).throw(GeneratorExit)", "GeneratorExit"),
    ("lambda e, f: (_ for _ in ()).throw(ValueError(chr(0xd800)))", "ValueError"),
    ("lambda e, f: [found(message=chr(0xd800))]", "no text can hold"),
    ("lambda e, f: [found(stated='5' + chr(0))]", "no text can hold"),
    ("lambda e, f: None", "TypeError"),
    ("lambda e, f: ['wrong']", "gave str in place of a Finding"),
    ("lambda e, f: [found(rule='ordinal')]", "the rule 'ordinal'"),
    ("lambda e, f: [found(status='false')]", "the status 'false'"),
    ("lambda e, f: [found(severity='grave')]", "'grave'"),
    ("lambda e, f: [found(message=' ')]", "without a message"),
    ("lambda e, f: [found(message=3)]", "without a message"),
    ("lambda e, f: [found(spans=(Span(4, 4),))]", "outside the letter"),
    ("lambda e, f: [found(spans=(Span(0, 99999),))]", "outside the letter"),
    ("lambda e, f: [found(spans=((0, 3),))]", "outside the letter"),
    ("lambda e, f: [found(claim_ids=('x',))]", "named claims"),
    ("lambda e, f: [found(letter_ids=('a',))]", "named letters"),
]


@pytest.mark.parametrize(("run", "words"), FAILING, ids=[run[:50] for run, _ in FAILING])
def test_a_rule_that_fails_on_a_letter_costs_it_nothing_else(install, run, words):
    before = checked().findings
    install(f"RULE = rule({run})")
    after = checked()
    assert after.findings[:-1] == before
    ((status, message),) = of_the_team(after)
    assert status == "not_checkable"
    assert words in message


def test_the_command_line_tells_of_a_faulty_plug_in_and_checks_the_letters(install, tmp_path, capsys):
    install("raise ValueError('no luck')")
    (tmp_path / "letter.txt").write_text(LETTER)
    assert main(["check", str(tmp_path / "letter.txt"), "--format", "json"]) == 2
    out, err = capsys.readouterr()
    document = json.loads(out)
    assert [letter["letter_id"] for letter in document["letters"]] == ["letter"]
    assert document["letters"][0]["findings"]
    assert "rule round-totals of acme-rules: cannot be loaded (ValueError: no luck)" in err


def test_what_it_finds_is_in_the_contract(install, tmp_path, capsys):
    install(SOUND)
    (tmp_path / "letter.txt").write_text(LETTER)
    assert main(["check", str(tmp_path / "letter.txt"), "--format", "json"]) == 1
    document = json.loads(capsys.readouterr().out)
    Draft202012Validator(contract_schema()).validate(document)
    assert document["letters"][0]["findings"][-1]["rule"] == "acme:round-totals"


def test_a_process_of_its_own_finds_the_rule(install, tmp_path):
    folder = install(SOUND)
    (tmp_path / "letter.txt").write_text(LETTER)
    environment = os.environ | {"PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", "flows.cli", "check", str(tmp_path / "letter.txt")]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert "50 is round." in done.stdout
