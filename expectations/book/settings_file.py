"""The settings file of the rules (`--rules FILE`), YAML or TOML, with every fault of it named at once.

ordinal: off
repeated-figure: {severity: info, tolerance: 0.02}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, cast, get_args

from claims.errors import CrossfootError
from claims.yaml_files import loader
from expectations.model import AS_DECLARED, Rule, RuleSetting, RuleSettings, Severity

SEVERITIES: tuple[str, ...] = get_args(Severity)
FIELDS = ("severity", "tolerance")
_ON, _OFF = ("on", True), ("off", False)
_SHOWN = 60
_EXAMPLE = "write `ordinal: off` or `repeated-figure: {severity: info, tolerance: 0.02}`"


class RuleSettingsError(CrossfootError):
    """A settings file that cannot be used; nothing of it is."""


def load_settings(where: str | None, rules: Sequence[Rule]) -> RuleSettings:
    """The settings in the file `where`, those declared for `None`; `rules` are the rules there are.

    Raises `RuleSettingsError` with every fault of the file, and what is allowed in its place.
    """
    if where is None:
        return AS_DECLARED
    content = _content(where)
    known = {rule.rule_id: rule for rule in rules}
    faults = [fault for name, value in content.items() for fault in _faults(str(name), value, known)]
    if faults:
        listed = "".join(f"\n  {fault}" for fault in faults)
        raise RuleSettingsError(where, f"no rule settings of this file are used:{listed}")
    return RuleSettings(where=where, by_rule=tuple((str(name), _setting(value)) for name, value in content.items()))


def _content(where: str) -> Mapping[Any, Any]:
    import yaml

    try:
        text = Path(where).read_text(encoding="utf-8-sig")
        content = _toml(where, text) if where.lower().endswith(".toml") else _yaml(where, text)
    except OSError as error:
        raise RuleSettingsError(where, f"cannot be read ({error.strerror}); name a file of rule settings") from None
    except UnicodeDecodeError:
        raise RuleSettingsError(where, "is not UTF-8 text; save it as UTF-8") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise RuleSettingsError(where, f"is not well-formed: {' '.join(str(error).split())}; {_EXAMPLE}") from None
    if content is None:
        return {}
    if not isinstance(content, Mapping):
        raise RuleSettingsError(where, f"names no rules; {_EXAMPLE}")
    return content


def _toml(where: str, text: str) -> Any:
    """The content of a TOML file; of one with settings of the whole program, what stands under its `[rules]`."""
    import tomllib

    content = tomllib.loads(text)
    return content["rules"] if isinstance(content.get("rules"), Mapping) else content


def _yaml(where: str, text: str) -> Any:
    """The content of a YAML file; a rule named twice is a fault, for YAML would keep the last without a word."""
    import yaml

    from claims.language.bounded_yaml import read_yaml, require_bounded

    require_bounded(text, loader())
    root = yaml.compose(text, Loader=loader())
    keys = [key for key, _ in root.value] if isinstance(root, yaml.MappingNode) else []
    first: dict[str, int] = {}
    for key in keys:
        line = key.start_mark.line + 1
        if (before := first.setdefault(str(key.value), line)) != line:
            message = f"line {line}: {key.value} stands already in line {before}; keep one of the two"
            raise RuleSettingsError(where, message)
    return read_yaml(text, loader())


def _faults(name: str, value: Any, known: Mapping[str, Rule]) -> Iterator[str]:
    rule = known.get(name)
    if rule is None:
        from difflib import get_close_matches

        near = get_close_matches(name, list(known), n=1)
        guess = f"did you mean {near[0]}? " if near else ""
        yield f"{name}: is no rule; {guess}The rules are {', '.join(known)}."
        return
    if isinstance(value, Mapping):
        for field, content in value.items():
            yield from _field_faults(name, str(field), content, rule)
    elif value not in (*_ON, *_OFF):
        yield f"{name}: {_short(value)} is no setting; write off, on, or fields: {', '.join(FIELDS)}."


def _field_faults(name: str, field: str, value: Any, rule: Rule) -> Iterator[str]:
    if field not in FIELDS:
        yield f"{name}: {field} is no setting of a rule; the fields are {' and '.join(FIELDS)}, or write `{name}: off`."
    elif field == "severity" and value not in SEVERITIES:
        yield f"{name}: severity {_short(value)} is none; use one of {', '.join(SEVERITIES)}."
    elif field == "tolerance" and _share(value) is None:
        yield f"{name}: tolerance {_short(value)} is no share; write a number from 0 to 1, for instance 0.02 for 2%."
    elif field == "tolerance" and rule.tolerance is None:
        yield f"{name}: takes no tolerance, for it compares no amounts; leave the field out."


def _short(value: Any) -> str:
    """A value as a fault names it; a list of a thousand is named by its beginning."""
    if not isinstance(value, str | int | float | bool | None):
        return f"a {type(value).__name__}"
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _share(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        share = Decimal(str(value))
    except InvalidOperation:
        return None
    return share if share.is_finite() and 0 <= share <= 1 else None


def _setting(value: Any) -> RuleSetting:
    """The setting of a value that has no faults."""
    if not isinstance(value, Mapping):
        return RuleSetting(on=value in _ON)
    tolerance = _share(value["tolerance"]) if "tolerance" in value else None
    return RuleSetting(severity=cast("Severity | None", value.get("severity")), tolerance=tolerance)
