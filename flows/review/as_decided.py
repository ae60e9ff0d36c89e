"""A run with the decisions of one moment: what its pages share, each part made when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from claims.quick_records import dataclass
from expectations.model import CheckedLetter
from flows.review.run_shown import RunShown
from reports.deciding.decisions import Decisions
from reports.letter_page.between import AcrossView, across_views
from reports.site.editors_progress import review_view
from reports.site.front import index_page
from reports.site.front_views import IndexPage
from reports.standing.figures_between import Figures
from reports.standing.list_order import in_order
from reports.standing.rereading import reread_letter
from reports.words.wording import phrase


@dataclass(frozen=True, eq=False)
class AsDecided:
    """Of a run and its decisions."""

    run: RunShown
    decisions: Decisions

    @cached_property
    def letters(self) -> Mapping[str, CheckedLetter]:
        """The letters by id, with the verdicts that right readings give."""
        return {letter_id: self._compared(one) for letter_id, one in self.run.letters.items()}

    @cached_property
    def ordered(self) -> list[CheckedLetter]:
        """The letters as the list has them."""
        return in_order(list(self.letters.values()), self.decisions)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where in the list each letter stands."""
        return {one.extraction.letter.letter_id: at for at, one in enumerate(self.ordered)}

    @cached_property
    def across(self) -> tuple[AcrossView, ...]:
        """The findings between letters as letters' pages show them, with their forms."""
        return across_views(self.run.across, Figures(self.run.across, self.letters), "", self.decisions, forms=True)

    @cached_property
    def front(self) -> IndexPage:
        """The front page."""
        run, checked = self.run, list(self.letters.values())
        told = [phrase("gates_failed", tables=", ".join(run.failed_gates))] if run.failed_gates else []
        warning = " ".join([*told, *([phrase("table_changed")] if run.changed else [])])
        return index_page(
            checked, run.across, run.problems, run.table, run=run.run, skipped=run.skipped, files=run.files,
            decisions=self.decisions, review=review_view(checked, self.decisions, warning),
        )  # fmt: skip

    def _compared(self, checked: CheckedLetter) -> CheckedLetter:
        if self.run.table is None:
            return checked
        return reread_letter(checked, self.decisions.of(checked), self.run.table, self.run.comparing)
