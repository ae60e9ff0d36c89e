"""The outline of a letter's page, written out: what stands on it, under which heading, in which order."""

from __future__ import annotations

import re
from html import unescape

from reports.letter_page.page import letter_page
from reports.site.render import render_letter
from reports.words.table_names import Names

OUTLINE = """
h1 Open letter to the ministers of the River States
h2 First for an editor
  li s-error ≠ Inconsistent
  li s-error ≠ Inconsistent
  li v-contradicted ✕ Contradicted by the source
  li s-warning ≠ Inconsistent
  li v-overstated ▲ Higher than the source
  li v-conflicting_sources ◆ Sources conflict
  li v-consistent ● Consistent with the source
  li v-understated ▼ Far below the source
h2 The letter
h2 The claims
  card l-fine v-inside brief
h3 12 organisations
  card l-fine v-consistent
h3 340 farms
h4 Compared with
h4 How it stands
  card l-amend v-contradicted pressing
h3 41,000 people
h4 How it stands
  card l-amend v-overstated pressing
h3 25 per cent of the wells
h4 How it stands
  card l-amend v-understated pressing
h3 $3.5 million
h4 How it stands
  card l-fine v-unverified brief
h3 two years
  card l-amend v-conflicting_sources pressing
h3 900 boats
h4 How it stands
  card l-fine v-not_comparable
h3 60 schools
h4 How it stands
  card l-amend v-consistent pressing
h3 60 schools
h4 How it stands
  card l-fine v-unverified brief
h3 14 placards & banners
h2 Checked against itself
  check l-amend s-error ≠ Inconsistent
  check l-amend s-error ≠ Inconsistent
  check l-amend s-warning ≠ Inconsistent
  check l-look s-info ≠ Inconsistent
  check l-fine t-consistent = Holds
  check l-fine t-consistent = Holds
  check l-fine t-not_checkable – Not checkable
h2 Signatories
h2 The other numbers
h3 Unread
h3 Ignored, and why
h2 Keys
"""

PARTS = re.compile(
    r"<(?P<level>h[1-4])[^>]*>(?P<heading>.*?)</h[1-4]>"
    r'|<li class="(?P<row>[vstc]-\S+?)">\s*<p class="what">(?P<why>.*?)</p>'
    r'|<article class="(?P<card>card [^"]*)"'
    r'|<li class="(?P<check>check [^"]*)"[^>]*>\s*<p class="what">'
    r'(?P<status><span class="sign">.*?</span>\s*(?:<a [^>]*>)?[^<]*(?:</a>)?</span>)',
    re.S,
)


def outline(html: str) -> str:
    return "\n".join(_line(match.groupdict()) for match in PARTS.finditer(html))


def _line(found: dict[str, str | None]) -> str:
    if found["level"]:
        return f"{found['level']} {_words(found['heading'])}"
    if found["row"]:
        return f"  li {found['row']} {_words(found['why']).split('  ')[0]}".rstrip()
    return f"  {found['card'] or found['check']} {_words(found['status'])}".rstrip()


def _words(html: str | None) -> str:
    without_about = re.sub(r'<span class="about">.*?</span>', "", html or "")
    return " ".join(unescape(re.sub(r"<[^>]+>", "", without_about)).split())


def test_the_outline_of_a_letter_page(make):
    html = render_letter(letter_page(make.all_verdicts(), Names.of(make.reference_table()), {}))
    assert outline(html).strip() == OUTLINE.strip()
