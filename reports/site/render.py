"""View data → HTML: Jinja2 with everything escaped, an unknown name an error, the style sheet set into the page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reports.letter_page.decision_view import CHOICES
from reports.letter_page.page import Head, LetterPage
from reports.model import Problem, RunInfo
from reports.site.figures_pages import FiguresPage
from reports.site.front_views import IndexPage
from reports.site.how_to_read import word_groups
from reports.site.letter_lists import ListPage
from reports.site.reference_views import ReferencePage
from reports.site.runs_page import RunRow
from reports.site.since_views import since_view
from reports.subjects.subject_views import MeasurePage, ProducerPage, SubjectsPage
from reports.words.code_words import coded
from reports.words.history_words import said
from reports.words.wording import counted, day, phrase, plural, questions, word


def render_index(page: IndexPage, list_page: ListPage) -> str:
    """The front page, with the first page of the letters, as one self-contained document."""
    return _environment().get_template("index.html.j2").render(page=page, list=list_page)


def render_runs(rows: Sequence[RunRow], older: int, latest: str) -> str:
    """The page of all runs; `latest` leads to the newest one."""
    return _environment().get_template("runs.html.j2").render(rows=rows, older=older, latest=latest)


def render_list(page: ListPage) -> str:
    """A further page of the letters."""
    return _environment().get_template("letters.html.j2").render(page=page)


def render_letter(page: LetterPage) -> str:
    """A letter's page as one self-contained document."""
    return _environment().get_template("letter.html.j2").render(page=page)


def render_lost(head: Head, problem: Problem) -> str:
    """What stands in the place of a letter's page that could not be made, so that no link leads nowhere."""
    return _environment().get_template("lost.html.j2").render(head=head, problem=problem)


def render_how_to_read() -> str:
    """The page that explains the report."""
    return _environment().get_template("how_to_read.html.j2").render(questions=questions(), groups=word_groups())


def render_reference(page: ReferencePage) -> str:
    """The first page of the reference table as one self-contained document."""
    return _environment().get_template("reference.html.j2").render(page=page)


def render_figures(page: FiguresPage) -> str:
    """A page of the figures of the reference table."""
    return _environment().get_template("figures.html.j2").render(page=page)


def render_page(name: str, **values: object) -> str:
    """A small page of the review, by its template."""
    return _environment().get_template(name).render(**values)


def render_subjects(page: SubjectsPage) -> str:
    """The list of measures and producers of which the letters speak."""
    return _environment().get_template("subjects.html.j2").render(page=page)


def render_measure(page: MeasurePage) -> str:
    """The page of a measure."""
    return _environment().get_template("measure.html.j2").render(page=page)


def render_producer(page: ProducerPage) -> str:
    """The page of a producer."""
    return _environment().get_template("producer.html.j2").render(page=page)


def restamped(html: str, old: RunInfo, new: RunInfo) -> str:
    """The front page of the run `old` as that of `new`, which has the same letters, tables and versions."""
    before, after = day(old.started_on), day(new.started_on)
    for written in ("Fact-check report, {day}", 'Run of <time datetime="{iso}">{day}</time>', "Run <code>{run}</code>"):
        html = html.replace(
            written.format(day=before, iso=old.started_on.isoformat(), run=old.run_id),
            written.format(day=after, iso=new.started_on.isoformat(), run=new.run_id),
            1,
        )
    return html.replace(_since(old), _since(new), 1)


def _since(run: RunInfo) -> str:
    """The part of a front page that tells what changed since the last run."""
    return _environment().get_template("since.html.j2").render(since=since_view(run.since))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        css=_css(), counted=counted, phrase=phrase, plural=plural, said=said, word=word, choices=CHOICES
    )
    environment.filters["coded"] = coded
    environment.filters["figure"] = lambda value: f"{value:,}"
    return environment


def _css() -> Markup:
    folder = files("reports").joinpath("static")
    names = ("base.css", "letter.css", "print.css")
    return Markup("".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names))  # noqa: S704 - ours
