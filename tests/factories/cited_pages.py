"""Pages that print a figure, print another, or leave it open, in the dresses pages come in: all made, none real."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

FILLER = (
    "The office keeps a register by name, and each entry was read against two sources before it was taken in. "
    "Where families asked that a name be held back, the entry stands without it and is part of the totals. "
    "The register is open to those who were there and to those who look for somebody, and it is corrected as soon as "
    "the office learns of a fault. The method is set out in a paper of its own that the office sends to whoever asks."
)


@dataclass(frozen=True)
class Case:
    """A letter's sentence, a page as (media type, bytes), what must come of it, and the nearest figure where told."""

    name: str
    sentence: str
    media_type: str
    data: bytes
    prints: bool | None
    nearest: str | None = None


@dataclass(frozen=True)
class Fact:
    """`letter` is the letter's sentence, `right` what a page says that prints its figure, `wrong` one that does not."""

    name: str
    letter: str
    right: tuple[str, ...]
    wrong: tuple[tuple[str, str], ...]


FACTS = (
    Fact(
        "killed",
        "Alder Watch has documented that 3,919 people have been killed since the coup.",
        (
            "As of 11 August, 3,919 people have been killed.",
            "The number of people killed has reached 3 919.",
            "Since the coup 3919 people were killed across the country.",
            "At least 3,919 people have been killed, the office said.",
        ),
        (
            ("As of 11 August, 3,991 people have been killed.", "3,991"),
            ("Since the coup 3,319 people were killed across the country.", "3,319"),
            ("At least 4,105 people have been killed, the office said.", "4,105"),
        ),
    ),
    Fact(
        "arrested",
        "In all, 24,123 people have been arrested by the authorities.",
        ("The authorities have arrested 24,123 people.", "Arrests: 24,123 people arrested since spring."),
        (("The authorities have arrested 24,213 people.", "24,213"), ("24,128 people were arrested.", "24,128")),
    ),
    Fact(
        "children",
        "Among the dead are 412 children who were killed in shelling.",
        ("Shelling has killed 412 children.", "412 children were killed in shelling, the office wrote."),
        (("Shelling has killed 421 children.", "421"), ("417 children were killed in shelling.", "417")),
    ),
    Fact(
        "villages",
        "Soldiers burned down 154 villages in the dry season.",
        ("Soldiers burned 154 villages.", "The village list: 154 villages burned down by soldiers."),
        (("Soldiers burned 145 villages.", "145"), ("Soldiers burned 164 villages in the dry season.", "164")),
    ),
    Fact(
        "hungry",
        "A survey found that 62% of households went hungry last winter.",
        ("62 percent of households went hungry.", "Of all households, 62% went hungry last winter."),
        (
            ("26 percent of households went hungry last winter.", "26"),
            ("In winter 67% of households went hungry.", "67"),
        ),
    ),
    Fact(
        "displaced",
        "Fighting has displaced 1.6 million people.",
        ("Fighting has displaced 1.6 million people.", "In total 1,612,400 people were displaced by fighting."),
        (
            ("Fighting has displaced 2.6 million people.", "2.6 million"),
            ("In total 1,912,430 people were displaced by fighting.", "1,912,430"),
        ),
    ),
    Fact(
        "fines",
        "Families paid US$3.9 million in fines.",
        ("Families paid US$3.9 million in fines.", "Fines of $3.9 million were paid by families."),
        (("Families paid US$9.3 million in fines.", "9.3 million"),),
    ),
    Fact(
        "more_than",
        "More than 3,900 people have been killed.",
        ("By August 3,919 people had been killed.", "More than 3,900 people have been killed."),
        (("By August 3,519 people had been killed.", "3,519"), ("By August 2,902 people had been killed.", "2,902")),
    ),
    Fact(
        "nearly",
        "Nearly 4,000 people have been killed.",
        ("By August 3,919 people had been killed.", "Nearly 4,000 people were killed."),
        (("By August 2,719 people had been killed.", "2,719"),),
    ),
    Fact(
        "journalists",
        "The army detained 97 journalists.",
        ("The army detained ninety-seven journalists.", "97 journalists were detained by the army."),
        (("The army detained seventy-nine journalists.", "seventy-nine"), ("79 journalists were detained.", "79")),
    ),
    Fact(
        "strikes",
        "There were 310 airstrikes on towns in one month.",
        ("The month saw 310 airstrikes on towns.", "310 airstrikes hit towns."),
        (("The month saw 301 airstrikes on towns.", "301"), ("380 airstrikes hit towns.", "380")),
    ),
)


def _page(inner: str, head: str = "", lang: str = "en") -> bytes:
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>Alder Watch</title>{head}</head>'
        f"<body><nav><a href='/'>Home</a> <a href='/about'>About us</a></nav>{inner}</body></html>"
    ).encode()


def article(sentence: str) -> bytes:
    return _page(f"<article><h1>Briefing</h1><p>{escape(sentence)} {FILLER}</p><p>{FILLER}</p></article>")


def plain_divs(sentence: str) -> bytes:
    return _page(f"<div><div>Briefing</div><div>{FILLER}</div><div>{escape(sentence)}</div><div>{FILLER}</div></div>")


def listed(sentence: str) -> bytes:
    return _page(f"<main><h2>Findings</h2><p>{FILLER}</p><ul><li>{escape(sentence)}</li><li>{FILLER}</li></ul></main>")


def emphasised(sentence: str) -> bytes:
    words = " ".join(
        f"<strong>{escape(word)}</strong>" if any(c.isdigit() for c in word) else escape(word)
        for word in sentence.split()
    )
    return _page(f"<article><p>{words} {FILLER}</p></article>")


def quoted(sentence: str) -> bytes:
    return _page(f"<article><p>{FILLER}</p><blockquote>“{escape(sentence)}”</blockquote><p>{FILLER}</p></article>")


def text(sentence: str) -> bytes:
    return f"Alder Watch\n\n{sentence}\n\n{FILLER}\n".encode()


def markdown(sentence: str) -> bytes:
    return f"# Alder Watch\n\n{FILLER}\n\n**Note.** {sentence}\n".encode()


DRESSES = (
    ("article", "text/html", article),
    ("divs", "text/html", plain_divs),
    ("list", "text/html", listed),
    ("bold", "text/html", emphasised),
    ("quote", "text/html", quoted),
    ("text", "text/plain", text),
    ("markdown", "text/markdown", markdown),
)


def cases() -> Iterator[Case]:
    """All of them: facts by dresses, then the pages of one kind each."""
    for fact in FACTS:
        for number, (dress, media_type, made) in enumerate(DRESSES):
            right = fact.right[number % len(fact.right)]
            yield Case(f"{fact.name} right {dress}", fact.letter, media_type, made(right), True)
            wrong, near = fact.wrong[number % len(fact.wrong)]
            yield Case(f"{fact.name} wrong {dress}", fact.letter, media_type, made(wrong), False, near)
    yield from _tables()
    for name, sentence, data, prints in _others():
        yield Case(name, sentence, "text/html", data, prints)


def _table(rows: tuple[tuple[str, ...], ...], before: str = FILLER) -> bytes:
    cells = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return _page(f"<article><h1>Figures</h1><p>{before}</p><table>{cells}</table></article>")


def _tables() -> Iterator[Case]:
    killed, year = FACTS[0].letter, "In 2023 alone, 1,594 people were killed."
    rows = (("Year", "Killed", "Arrested"), ("2022", "1,319", "8,204"), ("2023", "1,594", "9,377"))
    yield Case("table right", year, "text/html", _table(rows), True)
    swapped = tuple(tuple(cell.replace("1,594", "1,549") for cell in row) for row in rows)
    yield Case("table wrong", year, "text/html", _table(swapped), False, "1,549")
    thousands = (("Place", "People killed, in thousands"), ("North", "3.9"), ("South", "1.2"))
    yield Case("table in thousands", killed, "text/html", _table(thousands), None)
    parts = (("Place", "People killed"), ("North", "2,019"), ("South", "1,900"))
    yield Case("table of parts", killed, "text/html", _table(parts), None)


def _article(inner: str, head: str = "", lang: str = "en", filler: str = FILLER) -> bytes:
    return _page(f"<article><h1>Briefing</h1><p>{filler}</p>{inner}<p>{filler}</p></article>", head, lang)


GERMAN = (
    "Das Büro führt ein Verzeichnis nach Namen, und jeder Eintrag wurde mit zwei Quellen verglichen, bevor er "
    "aufgenommen wurde. Wo Angehörige darum baten, steht der Eintrag ohne Namen und zählt trotzdem mit. Das Verfahren "
    "ist in einer eigenen Schrift beschrieben, die das Büro auf Anfrage verschickt."
)
SVG = "<svg>" + "<path d='M0 0'/>" * 40 + "</svg>"


def _others() -> Iterator[tuple[str, str, bytes, bool | None]]:
    """What must stay open, and what must not be missed."""
    killed, children = FACTS[0].letter, FACTS[2].letter
    near = "<p>As of 11 August, 3,991 people have been killed.</p>"
    yield "canvas", killed, _article(f"{near}<canvas></canvas>"), None
    yield "drawn chart", killed, _article(near + SVG), None
    yield "chart picture", killed, _article(near + '<img src="/c/killed-chart.png" alt="">'), None
    yield (
        "chart by caption",
        killed,
        _article(near + "<figure><img src=a.png><figcaption>Infographic</figcaption></figure>"),
        None,
    )
    yield "embedded frame", killed, _article(near + '<iframe src="https://charts.example/7" width=600></iframe>'), None
    yield "video frame", killed, _article(near + '<iframe src="https://www.youtube.com/embed/7"></iframe>'), False
    yield "photo beside the very figure", killed, _article(near + '<img src="square.jpg" alt="The square">'), False
    yield "photo and nothing near", killed, _article('<p>A visit.</p><img src="square.jpg" alt="The square">'), None
    yield "files and nothing near", killed, _article('<p>See <a href="/r/may.pdf">the report</a>.</p>'), None
    yield "nothing near", killed, _article("<p>A visit to the office, with tea.</p>"), False
    yield "app that scripts fill", killed, _page('<div id="root"></div><script src="/a.js"></script>'), None
    yield "asks for scripts", killed, _page("<p>You need to enable JavaScript to run this app.</p>"), None
    yield "short page with scripts", killed, _page('<p>Figures</p><script src="/a.js"></script>'), None
    yield "leads on", killed, _article(near, '<meta http-equiv="refresh" content="0; url=/new">'), None
    yield "asks to log in", killed, _article(near + "<p>Sign in to continue.</p>"), None
    yield "asks for money", killed, _article(near + "<p>Subscribe to continue reading this text.</p>"), None
    yield "says there is more", killed, _article(near + "<p>Read the full report.</p>"), None
    yield "german without it", killed, _article("<p>3.991 Menschen wurden getötet.</p>", "", "de", GERMAN), None
    yield "german with it", killed, _article("<p>3.919 Menschen wurden getötet.</p>", "", "de", GERMAN), True
    yield "german, few digits", children, _article("<p>412 Kinder wurden getötet.</p>", "", "de", GERMAN), None
    yield (
        "changed after",
        killed,
        _article(near, '<meta property="article:modified_time" content="2024-03-01T10:00">'),
        None,
    )
    yield "other act", killed, _article("<p>So far 3,919 people have been arrested.</p>"), None
    yield "other thing", children, _article("<p>Shelling hit 412 houses.</p>"), None
    yield "other money", FACTS[6].letter, _article("<p>Families paid €3.9 million in fines.</p>"), None
    yield "rounded", killed, _article("<p>Some 3,900 people have been killed.</p>"), None
    yield "rounded to thousands", killed, _article("<p>4,000 people have been killed.</p>"), None
    yield "floor below it", killed, _article("<p>More than 3,500 people have been killed.</p>"), None
    yield "range around it", killed, _article("<p>Between 3,500 and 4,500 people have been killed.</p>"), None
    yield "sum in a sentence", killed, _article("<p>The dead: 2,019 men and 1,900 women were killed.</p>"), None
    yield (
        "difference",
        killed,
        _article("<p>Of 5,000 people missing 1,081 were found; the others were killed.</p>"),
        None,
    )
    yield "in a script", killed, _article(near + '<script>var total = {"killed": 3919}</script>'), None
    yield "in an attribute", killed, _article(near + '<span data-count="3919">0</span>'), None
    yield "in a picture's words", killed, _article(near + '<img src=a.jpg alt="3,919 people">'), None
    yield "as a telephone number", killed, _article(near + "<p>Call 044 3919.</p>"), None
    yield (
        "digit by digit",
        killed,
        _article(near + "<p><span>3</span><span>,</span><span>9</span><span>1</span><span>9</span></p>"),
        True,
    )
    yield "split by tags", killed, _article("<p>So far <b>3</b>,<b>919</b> people have been killed.</p>"), True
    yield "entities", killed, _article("<p>So far 3&#44;919&nbsp;people have been killed.</p>"), True
    yield "narrow space", killed, _article("<p>So far 3\u202f919 people have been killed.</p>"), True
    yield "other digits", killed, _article("<p>So far \u1043\u1049\u1041\u1049 people have been killed.</p>"), True
    yield "aside", killed, _page(f"<article><p>{FILLER} {FILLER}</p></article><aside>3,919 people killed</aside>"), True
    yield (
        "heading",
        killed,
        _page(f"<article><h1>3,919 people killed since the coup</h1><p>{FILLER}</p></article>"),
        True,
    )
    yield "words over a number", killed, _article("<div><div>3,919</div><div>people killed</div></div>"), True
    yield (
        "thousand in words",
        "Some 3.9 thousand people were killed.",
        _article("<p>3,919 people were killed.</p>"),
        True,
    )
    yield "share", "Six in ten households went hungry.", _article("<p>60% of households went hungry.</p>"), True
    yield (
        "share as words",
        "Half of all households went hungry.",
        _article("<p>49.6% of households went hungry.</p>"),
        True,
    )
    yield "a third", "A third of households went hungry.", _article("<p>33% of households went hungry.</p>"), True
    yield (
        "share not near",
        "Half of all households went hungry.",
        _article("<p>38% of households went hungry.</p>"),
        None,
    )
    yield "percentage rounded", FACTS[4].letter, _article("<p>61.8% of households went hungry.</p>"), True
    yield "percentage cut", "61.8% of households went hungry.", _article("<p>62% of households went hungry.</p>"), None
    yield "percentage reckoned", FACTS[4].letter, _article("<p>Of 500 households 310 went hungry.</p>"), None
    yield (
        "round number",
        "In all 3,900 people have been killed.",
        _article("<p>3,919 people have been killed.</p>"),
        True,
    )
    yield (
        "too far for rounding",
        "In all 3,900 people have been killed.",
        _article("<p>3,519 people have been killed.</p>"),
        False,
    )
    yield (
        "hundreds of thousands",
        "Thousands of people were killed.",
        _article("<p>In May 310 people were killed.</p>"),
        None,
    )
    yield "a rise", "Killings rose by 12% over the year.", _article("<p>Killings rose by 21% over the year.</p>"), None
    yield "another currency", FACTS[6].letter, _article("<p>Families paid 8.2 billion yen in fines.</p>"), None
    yield "grouped by points", killed, _article("<p>So far 3.919 people have been killed.</p>"), True
    yield "soft not found", killed, _page("<p>Page not found. Try the search.</p>"), None
    yield "counter not filled", killed, _article('<p><span class="counter">0</span> people killed</p>'), None
    yield (
        "list to be counted",
        "The raid hit 22 schools.",
        _article("<ol><li>North school</li><li>South school</li></ol>"),
        None,
    )
    yield (
        "two children",
        "Two children were killed in the raid.",
        _article("<p>The raid killed two children.</p>"),
        True,
    )
    yield "two of others", "Two children were killed in the raid.", _article("<p>Two trucks brought rice.</p>"), None
