"""`docs/rules.md` is what the declarations make."""

from __future__ import annotations

from pathlib import Path

from expectations.book.all_rules import own_rules
from expectations.book.rulebook import main, page

ROOT = Path(__file__).parents[2]


def test_the_page_in_docs_is_up_to_date():
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == page(own_rules())


def test_it_writes_and_prints(tmp_path, capsys):
    assert main([str(tmp_path / "rules.md")]) == 0
    assert main([]) == 0
    assert capsys.readouterr().out == (tmp_path / "rules.md").read_text(encoding="utf-8")
