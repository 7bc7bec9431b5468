"""Two trees hold the same pages, or what differs is named."""

from pathlib import Path

import pytest

from benchmarks.others.same_pages import Contents, compare, contents

PAGE = (
    "<!doctype html><title>Dax</title><link rel=canonical href=/dax/><main><p>Ici "
    '<a href="https://d%C3%A9mo.fr/">à <span lang=en>Dax</span>.</a></main><p>Portail'
)
OTHER_WAY = (
    '<!doctype html><html><head><title>Dax</title><link rel="canonical" href="/dax/"></head>\n<body><main> <p>Ici\n'
    '<a href="https://démo.fr/">à Dax.</a></p>\n</main><p>Portail</p></body></html>'
)


def tree(folder: Path, **pages: str) -> Path:
    for name, html in pages.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "index.html").write_text(html, encoding="utf-8")
    return folder


def differences(tmp_path: Path, ours: str, theirs: str, parts: tuple[str, str] = ("html", "html")) -> tuple[str, ...]:
    return compare(tree(tmp_path / "a", dax=ours), tree(tmp_path / "b", dax=theirs), size=9, parts=parts).differences


def test_what_a_page_says_and_where_it_leads() -> None:
    said = Contents(words=("Ici", "à", "Dax."), leads=("https://démo.fr/",))
    assert contents(PAGE.encode(), "main") == said


def test_a_page_without_its_content() -> None:
    with pytest.raises(ValueError, match="a page without article"):
        contents(PAGE.encode(), "article")


@pytest.mark.parametrize(
    ("theirs", "parts", "found"),
    [
        (OTHER_WAY, ("main", "main"), ()),
        (OTHER_WAY.replace("main", "article"), ("main", "article"), ()),
        (PAGE.replace("Ici", "Là"), ("html", "html"), ("dax/index.html: words, at 1: 'Ici' and 'Là'",)),
        (PAGE.replace("Portail", ""), ("html", "html"), ("dax/index.html: words, at 4: 'Portail' and None",)),
        (PAGE.replace("/dax/", "/da/"), ("html", "html"), ("dax/index.html: leads, at 0: '/dax/' and '/da/'",)),
        (PAGE + " " * 15, ("html", "html"), ()),
        (PAGE + " " * 16, ("html", "html"), ("bytes of 1 pages: 158 and 174",)),
    ],
)
def test_pages_that_differ(tmp_path: Path, theirs: str, parts: tuple[str, str], found: tuple[str, ...]) -> None:
    assert differences(tmp_path, PAGE, theirs, parts) == found


def test_a_page_that_the_other_has_not(tmp_path: Path) -> None:
    ours, theirs = tree(tmp_path / "a", dax=PAGE, pau=PAGE), tree(tmp_path / "b", dax=PAGE)
    found = compare(ours, theirs, size=1)
    assert found.differences == ("pau/index.html: not there",)
    assert (found.pages, found.bytes) == (1, 1.0)
