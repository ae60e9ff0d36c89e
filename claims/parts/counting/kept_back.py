"""Who signs and is not named, in whatever words: "38 organisations that do not wish to be named"."""

from __future__ import annotations

import re

from claims.text.openings import phrase_set, phrases

REACH = 14


def keep_back(after: str, text: str) -> bool:
    """Whether those counted before `after`, in small letters, keep their names back: "sign without disclosing their
    names"; `text` is the whole sentence.
    """
    words = re.findall(r"[^\W\d_]+(?:['’]t\b)?", re.split(r"[.;:]", after)[0].replace("’", "'"))[:REACH]
    no = next((at for at, word in enumerate(words) if word in phrase_set("signatories", "negators")), len(words))
    if any(word.startswith(phrases("signatories", "naming")) for word in words[no + 1 :]):
        return True
    # "the names of the other six are withheld for their safety"
    kept = phrase_set("signatories", "kept_back").intersection(words)
    return bool(kept) and any(word in phrase_set("signatories", "kept_names") for word in text.casefold().split())
