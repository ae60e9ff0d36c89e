"""The sound files that fuzzing begins with: made by hand, and those of pandoc and LibreOffice where they are there."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from email.message import EmailMessage
from pathlib import Path

from tests.factories.documents import pdf, zipped
from tests.factories.malformed import GOOD, LINE, malformed

LETTERS = Path(__file__).parents[1] / "claims" / "readers" / "letters"
SOURCES = ("notes", "table", "demands", "marks")
LARGEST = 200_000


def stock_of(name: str) -> list[bytes]:
    """Files of the format `name`, sound ones first."""
    made = [GOOD[name], *_made(name)]
    return made * 3 + [one.data for one in malformed() if one.name.endswith("." + name) and len(one.data) < LARGEST]


def _made(name: str) -> list[bytes]:
    texts = [(LETTERS / f"{one}.md").read_bytes() for one in SOURCES]
    if name in {"md", "txt"}:
        return [
            *texts,
            *(text.decode().encode("cp1252", "replace") for text in texts),
            texts[0].decode().encode("utf-16"),
        ]
    if name == "eml":
        return [_mail(text) for text in texts]
    if name == "zip":
        return [zipped({f"{n}.md": text for n, text in enumerate(texts)} | {"mail.eml": _mail(texts[0])})]
    columns = [(x, 700 - 14 * n, 10, f"{LINE[:40]} {n}") for x in (72, 320) for n in range(12)]
    return [*([pdf([columns, columns])] if name == "pdf" else []), *_converted(name)]


def _mail(text: bytes) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Message-ID"], mail["Subject"] = "a@example.org", "<1@example.org>", "Ports – süß"
    mail.set_content(text.decode())
    mail.add_alternative(f"<p>{LINE}</p><ul><li>Alder Watch</ul>", subtype="html")
    mail.add_attachment(GOOD["docx"], maintype="application", subtype="octet-stream", filename="letter.docx")
    return mail.as_bytes()


def _converted(name: str) -> list[bytes]:
    if not shutil.which("pandoc"):
        print(f"{name}: no pandoc, so only files made by hand are damaged")
        return []
    with tempfile.TemporaryDirectory() as folder:
        made = [Path(folder) / f"{one}.{'odt' if name == 'pdf' else name}" for one in SOURCES]
        for one, target in zip(SOURCES, made, strict=True):
            subprocess.run(
                ["pandoc", str(LETTERS / f"{one}.md"), "-s", "-o", str(target)], check=True, capture_output=True
            )
        return _printed(made, folder) if name == "pdf" else [one.read_bytes() for one in made]


def _printed(texts: list[Path], folder: str) -> list[bytes]:
    if not shutil.which("soffice"):
        print("pdf: no LibreOffice, so only files made by hand are damaged")
        return []
    home = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
    command = ["soffice", "--headless", "--convert-to", "pdf", home, "--outdir", folder, *map(str, texts)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return [one.with_suffix(".pdf").read_bytes() for one in texts]
