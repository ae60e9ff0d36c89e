"""A team switches a rule off, or changes its severity or tolerance, in a file; what is wrong with the file is told."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.letters import letter_from_bytes
from claims.model import Field
from expectations.book.all_rules import all_rules, own_rules
from expectations.book.settings_file import RuleSettingsError, load_settings
from expectations.book.switches import percent, settings_record, settled, switched_on
from expectations.check import check_letter
from expectations.model import AS_DECLARED, Finding, RuleSetting, RuleSettings
from flows.cli import main

EMPTY = Field(measures=(), events=(), producers=(), places=())
LETTER = """3 May 2024

Dear Members,

The registry counts 1,204 people: 794 men, 312 women and 89 children. They met at the 23th session.

Sincerely,

River Watch
"""


def written(folder: Path, text: str, name: str = "rules.yml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def alarms(settings: RuleSettings) -> list[tuple[str, str, str]]:
    letter = letter_from_bytes(LETTER.encode(), path="a.txt", letter_id="a")
    findings = check_letter(letter, EMPTY, None, settings).findings
    return [(f.rule, f.status, f.severity) for f in findings if f.rule in ("ordinal", "parts-whole")]


def test_without_a_file_every_rule_is_as_declared():
    assert load_settings(None, all_rules()) is AS_DECLARED
    assert alarms(AS_DECLARED) == [("parts-whole", "inconsistent", "warning"), ("ordinal", "inconsistent", "warning")]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "ordinal: on\n", "ordinal: {}\n", "ordinal: true\n"])
def test_a_file_that_changes_nothing(tmp_path, text):
    assert alarms(load_settings(written(tmp_path, text), all_rules())) == alarms(AS_DECLARED)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ordinal: off\n", "rules.yml"),
        ("ordinal: false\n", "rules.yaml"),
        ('ordinal = "off"\n', "rules.toml"),
        ("ordinal = false\n", "rules.toml"),
    ],
)
def test_a_rule_switched_off_says_nothing(tmp_path, text, name):
    found = alarms(load_settings(written(tmp_path, text, name), all_rules()))
    assert found == [("parts-whole", "inconsistent", "warning")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("parts-whole: {severity: info}\nordinal: {severity: error}\n", "rules.yml"),
        ('[parts-whole]\nseverity = "info"\n[ordinal]\nseverity = "error"\n', "rules.toml"),
    ],
)
def test_a_severity_of_its_own(tmp_path, text, name):
    found = alarms(load_settings(written(tmp_path, text, name), all_rules()))
    assert found == [("parts-whole", "inconsistent", "info"), ("ordinal", "inconsistent", "error")]


@pytest.mark.parametrize(
    ("tolerance", "status"), [("0.001", "inconsistent"), ("0.02", "consistent"), ("1", "consistent")]
)
def test_a_tolerance_lets_small_differences_pass(tmp_path, tolerance, status):
    settings = load_settings(written(tmp_path, f"parts-whole: {{tolerance: {tolerance}}}\n"), all_rules())
    assert alarms(settings)[0][:2] == ("parts-whole", status)


def test_what_a_tolerance_let_pass_still_shows_its_sum(tmp_path):
    settings = load_settings(written(tmp_path, "parts-whole: {tolerance: 0.02}\n"), all_rules())
    letter = letter_from_bytes(LETTER.encode(), path="a.txt", letter_id="a")
    (found,) = [f for f in check_letter(letter, EMPTY, None, settings).findings if f.rule == "parts-whole"]
    assert (found.stated, found.expected, found.severity) == ("1,204", "794 + 312 + 89 = 1,195", "info")
    assert "1,204 stated, but its parts make 794 + 312 + 89 = 1,195" in found.message
    assert found.message.endswith("within the tolerance of 2% that this run allows.")


LEVELS = [f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcde", "bcdef", strict=True)]
BOMB = "a: &a [x, x]\n" + "".join(LEVELS)

BAD = [
    ("ordnal: off\n", ["ordnal", "did you mean ordinal", "signatory-total", "cross-letter"]),
    ("acme:round: off\n", ["acme:round", "is no rule"]),
    ("ordinal: {weight: 3}\n", ["ordinal", "weight", "severity and tolerance"]),
    ("ordinal: {off: true}\n", ["off is no setting", "`ordinal: off`"]),
    ("ordinal: {severity: grave}\n", ["'grave'", "error, warning, info"]),
    ("ordinal: {tolerance: 0.02}\n", ["ordinal", "takes no tolerance"]),
    ("percentage: {tolerance: 2}\n", ["tolerance 2", "from 0 to 1"]),
    ("percentage: {tolerance: true}\n", ["tolerance True", "from 0 to 1"]),
    ("percentage: {tolerance: .nan}\n", ["tolerance nan", "from 0 to 1"]),
    ("percentage: {tolerance: little}\n", ["'little'", "0.02 for 2%"]),
    ("percentage: maybe\n", ["'maybe' is no setting", "off, on"]),
    ("percentage: 3\n", ["3 is no setting"]),
    ("percentage:\n", ["None is no setting"]),
    ("- ordinal\n", ["names no rules", "ordinal: off"]),
    ("ordinal: off\nordinal: on\n", ["line 2", "ordinal stands already in line 1"]),
    ("ordinal: [off\n", ["not well-formed"]),
    ("[" * 100_000, ["not well-formed", "nested more than"]),
    ("ordinal: " + "{a: " * 60 + "}" * 60, ["not well-formed", "nested more than"]),
    (BOMB, ["not well-formed", "aliases"]),
    ("ordinal: [off, off, off]\n", ["ordinal: a list is no setting"]),
    (f"ordinal: {'x' * 5000}\n", ["xxx", "… is no setting"]),
    ("ordinal: 2022-02-31\n", ["not well-formed", "a value in it cannot be"]),
    ("ordinal: 2022-02-03\n", ["ordinal: a date is no setting"]),
    ("ordinal: 0001-01-01 00:00:00 +99:99\n", ["a value in it cannot be"]),
    ("ordinal: !!int x\n", ["a value in it cannot be"]),
]


@pytest.mark.parametrize(("text", "words"), BAD, ids=[text[:30] for text, _ in BAD])
def test_what_is_wrong_with_a_file_is_told(tmp_path, text, words):
    where = written(tmp_path, text)
    with pytest.raises(RuleSettingsError) as raised:
        load_settings(where, all_rules())
    assert where in str(raised.value)
    assert [word for word in words if word not in str(raised.value)] == []


def test_every_fault_is_named_at_once(tmp_path):
    text = "ordnal: off\npercentage: {weight: 3, severity: grave}\nrate: soon\n"
    with pytest.raises(RuleSettingsError) as raised:
        load_settings(written(tmp_path, text), all_rules())
    assert len(str(raised.value).splitlines()) == 5


def test_a_toml_file_that_is_none_and_a_file_that_is_not_there(tmp_path):
    with pytest.raises(RuleSettingsError, match="not well-formed"):
        load_settings(written(tmp_path, "ordinal: off", "rules.toml"), all_rules())
    for text in ("a = 2022-02-31", "a = " + "[" * 5000, "a = " + "9" * 5000):
        with pytest.raises(RuleSettingsError):
            load_settings(written(tmp_path, text, "rules.toml"), all_rules())
    with pytest.raises(RuleSettingsError, match="cannot be read"):
        load_settings(str(tmp_path / "none.yml"), all_rules())
    with pytest.raises(RuleSettingsError, match="cannot be read"):
        load_settings(str(tmp_path), all_rules())
    (tmp_path / "latin.yml").write_bytes("ordinal: off # Bürger".encode("latin-1"))
    with pytest.raises(RuleSettingsError, match="UTF-8"):
        load_settings(str(tmp_path / "latin.yml"), all_rules())


@pytest.mark.parametrize("rule", own_rules(), ids=lambda rule: rule.rule_id)
def test_every_rule_can_be_switched_off(rule):
    settings = RuleSettings(by_rule=((rule.rule_id, RuleSetting(on=False)),))
    assert rule.rule_id not in [one.rule_id for one in switched_on(own_rules(), settings)]
    assert len(switched_on(own_rules(), settings)) == len(own_rules()) - 1


SHARES = st.decimals(0, 1, places=4)
STATUSES = st.sampled_from(["consistent", "inconsistent", "not_checkable"])
SEVERITIES = st.sampled_from(["error", "warning", "info"])


@given(STATUSES, SEVERITIES, st.none() | SHARES, st.none() | SEVERITIES, st.none() | SHARES)
def test_settings_only_ever_touch_what_did_not_hold(status, severity, off, wanted, tolerance):
    before = Finding(
        rule="rate", status=status, severity=severity, message="A is not B.", stated="A", expected="B", off=off
    )
    settings = RuleSettings(by_rule=(("rate", RuleSetting(severity=wanted, tolerance=tolerance)),))
    (after,) = settled([before], settings)
    assert (after.stated, after.expected, after.spans) == ("A", "B", ())
    if status != "inconsistent":
        assert after == before
    elif tolerance is not None and off is not None and off <= tolerance:
        assert (after.status, after.severity) == ("consistent", "info")
    else:
        assert after.status == "inconsistent"
        assert after.severity == ("info" if severity == "info" else wanted or severity)


def test_percentages_and_the_record_of_a_run():
    assert [percent(Decimal(share)) for share in ("0.02", "0.125", "1", "0")] == ["2%", "12.5%", "100%", "0%"]
    settings = RuleSettings(
        by_rule=(("rate", RuleSetting(tolerance=Decimal("0.02"))), ("ordinal", RuleSetting(on=False)))
    )
    assert json.loads(json.dumps(settings_record(settings))) == [
        {"rule": "rate", "on": True, "severity": None, "tolerance": 0.02},
        {"rule": "ordinal", "on": False, "severity": None, "tolerance": None},
    ]


def called(capsys, *arguments: str) -> tuple[int, str, str]:
    code = main(list(arguments))
    out, err = capsys.readouterr()
    return code, out, err


def test_the_command_line_takes_a_file(tmp_path, capsys):
    letter = written(tmp_path, LETTER, "letter.txt")
    assert called(capsys, "check", letter)[0] == 1
    rules = written(tmp_path, "ordinal: off\nparts-whole: {tolerance: 0.02}\n")
    code, out, err = called(capsys, "check", letter, "--rules", rules, "--format", "json")
    assert (code, err) == (0, "")
    assert "within the tolerance of 2%" in out


def test_the_command_line_refuses_a_file_at_fault(tmp_path, capsys):
    letter = written(tmp_path, LETTER, "letter.txt")
    for command in (["check", letter], ["report", letter, "--out", str(tmp_path / "out")]):
        code, out, err = called(capsys, *command, "--rules", written(tmp_path, "ordnal: off\n"))
        assert (code, out) == (2, "")
        assert "did you mean ordinal" in err
    assert not (tmp_path / "out").exists()
