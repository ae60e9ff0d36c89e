"""Whole Word documents for tests, as Word itself would open them, and their comments as LibreOffice reads them."""

from __future__ import annotations

import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path

from tests.factories.documents import R, W, zipped

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOXES = (
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"


def whole_docx(body: str, **parts: str) -> bytes:
    """A Word document with `body`; `footnotes`, `comments`, … are the contents of parts of that name."""
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}.{name}+xml"/>' for name in ("document.main", *parts)
    ).replace("/word/document.main.xml", "/word/document.xml")
    links = "".join(
        f'<Relationship Id="rId{at}" Type="{KINDS}/{name}" Target="{name}.xml"/>' for at, name in enumerate(parts, 1)
    )
    links += f'<Relationship Id="rIdL" Type="{KINDS}/hyperlink" Target="https://example.org" TargetMode="External"/>'
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
            "_rels/.rels": f'<Relationships {RELS}><Relationship Id="rId1" Type="{KINDS}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {W} {R} {BOXES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f"<Relationships {RELS}>{links}</Relationships>",
            **{f"word/{name}.xml": f"<w:{name} {W} {R}>{content}</w:{name}>" for name, content in parts.items()},
        }
    )


def converted(folder: Path, files: Mapping[str, bytes], kind: str) -> dict[str, bytes]:
    """The files as LibreOffice saves them in the format `kind` ("fodt", "pdf"); files of one call in one start."""
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    told = ["soffice", home, "--headless", "--convert-to", kind, "--outdir", str(folder / "made")]
    subprocess.run([*told, *(str(folder / name) for name in files)], check=True, capture_output=True, timeout=180)
    ending = kind.split(":", 1)[0]
    return {name: (folder / "made" / f"{Path(name).stem}.{ending}").read_bytes() for name in files}


def comments_read(fodt: bytes) -> list[tuple[str, str]]:
    """The comments in a flat OpenDocument text: the words each is anchored on, and what it says."""
    root = ET.fromstring(fodt)
    anchored: dict[str, str] = {}
    said: dict[str, str] = {}
    open_now: set[str] = set()

    def walk(node: ET.Element) -> None:
        if node.tag == f"{OFFICE}annotation":
            name = node.get(f"{OFFICE}name", f"unnamed-{len(said)}")
            said[name] = "\n".join("".join(line.itertext()) for line in node.iter(f"{TEXT}p"))
            anchored[name] = ""
            open_now.add(name)
        elif node.tag == f"{OFFICE}annotation-end":
            open_now.discard(node.get(f"{OFFICE}name", ""))
        else:
            read(" " * int(node.get(f"{TEXT}c", "1")) if node.tag == f"{TEXT}s" else node.text)
            for child in node:
                walk(child)
        read(node.tail)

    def read(text: str | None) -> None:
        for name in open_now:
            anchored[name] += text or ""

    body = root.find(f"{OFFICE}body")
    assert body is not None
    for child in body:
        walk(child)
    return [(anchored[name], said[name]) for name in said]
