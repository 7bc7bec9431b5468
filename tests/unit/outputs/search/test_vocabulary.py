"""The words that mend a slip: each once, as it is mostly written, those that people look for most first."""

from markupsafe import Markup

from site_builder.model.page import Door
from site_builder.outputs.search.record import Record
from site_builder.outputs.search.vocabulary import vocabulary


def record(title: str, text: str = "", *, kind: str = "block", near: tuple[str, ...] = ()) -> Record:
    return Record(
        url="/a/",
        lang="fr",
        kind=kind,
        title=title,
        text=Markup(text),  # noqa: S704
        door=Door.WELCOME,
        near=near,
        far=("loin", "ici"),
    )


def test_its_words() -> None:
    """A word of a title before those of texts, a frequent one before a rare one, none of three letters, no number."""
    records = (
        record("Un médecin", "<p class=petit>Le MÉDECIN, le medecin ; un train, un train 2026</p>", near=("docteur",)),
        record("Un train"),
    )
    assert vocabulary(records) == ("train", "médecin", "docteur", "loin")


def test_a_text_that_explains_nothing_mends_nothing() -> None:
    assert vocabulary([record("Une dune", "<p>Du sable</p>", kind="asset")]) == ("dune",)


def test_without_records() -> None:
    assert vocabulary([]) == ()
