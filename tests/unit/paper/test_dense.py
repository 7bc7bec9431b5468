"""A file packed together says the same, to programs as to readers, in half the bytes."""

import io

import pypdf
import typst

from site_builder.paper.compile import STANDARD
from site_builder.paper.dense import dense, page_count

TEXT = """\
#set document(title: "Le guide", date: none)
#set text(lang: "fr")
= Se loger
#for n in range(200) [- Une démarche #n, avec un #link("https://portail.example/")[lien]]
"""


def said(pdf: bytes) -> list[str]:
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    return [page.extract_text() for page in reader.pages]


def tags(pdf: bytes) -> int:
    """How many parts the structure tree has, for whoever listens."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    size = reader.trailer["/Size"]
    assert isinstance(size, int)
    objects = (reader.get_object(number) for number in range(1, size))
    return sum(isinstance(each, pypdf.generic.DictionaryObject) and "/S" in each and "/P" in each for each in objects)


def test_the_same_in_half_the_bytes() -> None:
    made = typst.compile(TEXT.encode(), pdf_standards=[STANDARD])
    packed = dense(made)
    assert len(packed) * 2 < len(made)
    assert dense(made) == packed
    assert said(packed) == said(made)
    assert tags(packed) == tags(made) > 200
    assert page_count(packed) == page_count(made) == len(said(made)) > 3
    root = pypdf.PdfReader(io.BytesIO(packed)).root_object
    assert {"/MarkInfo", "/Lang", "/Metadata", "/StructTreeRoot", "/ViewerPreferences"} <= root.keys()
