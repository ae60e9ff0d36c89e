"""Letters whose words try to become something else on a page: a script, a request, an attribute, a frame, a form."""

from __future__ import annotations

from itertools import cycle, islice, product

MARK = "crossfootRan"
_RUN = f"window.{MARK}=1"
_AWAY = "http://away.example/x"

ATTACKS = (
    f"<script>{_RUN}</script>",
    f"<script src={_AWAY}.js></script>",
    f"</title><script>{_RUN}</script>",
    f"</style><script>{_RUN}</script><style>@import '{_AWAY}.css';",
    f"</textarea></template><script>{_RUN}</script>",
    f'"><img src=x onerror="{_RUN}">',
    f"' onmouseover='{_RUN}' autofocus onfocus='{_RUN}' x='",
    f'" onload="{_RUN}" style="background:url({_AWAY}.png)',
    f"<svg/onload={_RUN}>",
    f"<math><mtext><img src=x onerror={_RUN}></mtext></math>",
    f"<iframe src=javascript:{_RUN}></iframe>",
    f"<object data={_AWAY}></object><embed src={_AWAY}>",
    f"<link rel=stylesheet href={_AWAY}.css><base href={_AWAY}/>",
    f"<meta http-equiv=refresh content='0;url={_AWAY}'>",
    f"<form action={_AWAY}><button autofocus>12 boats</button></form>",
    f"<details open ontoggle={_RUN}>",
    f"[12 boats](javascript:{_RUN})",
    f"[12 boats](data:text/html,<script>{_RUN}</script>)",
    f"![12 boats]({_AWAY}.png)",
    f"<!--><script>{_RUN}</script>-->",
    f"]]><script>{_RUN}</script>",
    "{{ 7*7 }} {% include 'x' %} ${7*7} #{7*7}",
    f"\\u003cscript\\u003e{_RUN}\\u003c/script\\u003e",
    f"&lt;script&gt;{_RUN}&lt;/script&gt; &#60;script&#62;",
    f"\u202e<script>{_RUN}</script>\u202c",
    f"\u2028{_RUN}\u2029//",
    f"__proto__ constructor toString {_RUN}",
    f"</script><script>{_RUN}</script>",
    f"<template><script>{_RUN}</script></template><slot>",
    f"<audio src={_AWAY}.ogg autoplay></audio><video poster={_AWAY}.png>",
)
_PLACES = ("title", "sentence", "noun", "name", "note", "link", "file")
_LETTER = """Open letter {title} on the boats

4 May 2021

Dear minister,

This is the 22th {sentence} year of the treaty. We count 12 {noun} of 340 boats, 30 per cent of them.[^1] Since 2019 at
least 1,200 people were displaced, [as printed]({link}). Of 90 pumps, 40 stand still and 60 work {sentence}.

Signed by 3 organisations:

1. Union of the {name} Weavers
2. Friends of the Ports
3. Friends of the Ports

[^1]: The Harbour Board {note}, 2 May 2021, {link}
"""


def hostile_letters(count: int) -> dict[str, str]:
    """`count` letters by the names of their files without the ending; 210 have each attack in each place."""
    pairs = cycle(product(_PLACES, ATTACKS))
    return dict(_named(number, *place_and_attack) for number, place_and_attack in enumerate(islice(pairs, count)))


def _named(number: int, place: str, attack: str) -> tuple[str, str]:
    quiet = {
        "title": "",
        "sentence": "",
        "noun": "boats",
        "name": "Port",
        "note": "said",
        "link": "https://a.example",
    }
    values = {**quiet, **({place: attack} if place in quiet else {}), "sentence": attack}
    name = f"{number:03}"
    if place == "file":
        name += "".join(sign for sign in attack if sign not in "/\0\n")[:60]
    return name, _LETTER.format(**values)
