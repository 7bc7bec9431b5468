"""One rule of typography for every text of one line: whatever place prints it, in the language it is written in."""

import re
from collections.abc import Callable

import pytest

from site_builder.load.sources import load
from site_builder.model.block import Block
from site_builder.paper.written import fingerprint_text
from site_builder.resolve.typeset import typeset
from site_builder.validate.stage import validate
from tests.conftest import GUIDE_YML, PortalFolder
from tests.unit.paper.printing import printer_of

ODD = re.compile(r"\w [?!;:»](?![a-z])|« ")
"""A space that a line may end at, where French has none."""
SAID = "« Ici » : que voir ?"
FRENCH = "«\u00a0Ici\u00a0»\u00a0: que voir\u00a0?"
TREE = """
data/guide.yml
GUIDE
data/glossary.yml
    terms:
      - {id: term, term: {fr: "Mot SAID", en: "Word: what?"}, meaning: {fr: "Sens SAID", en: "Sense"}}
    wording:
      - {say: {fr: "Bourg SAID", en: "Town"}, avoid: {fr: "Trou SAID", en: "Hole"}, why: {fr: "Raison SAID", en: "Why"}}
data/rgaa.yml
    version: "4.1.2"
    reasons: [{id: read, text: {fr: "Un test le lit SAID", en: "A test reads it."}}]
    topics:
      - title: {fr: "Liens SAID", en: "Links"}
        criteria:
          - {number: "6.1", title: {fr: "Chaque lien SAID", en: "Links"}, state: to-audit, reason: read}
content/pages/accessibility.md
    ---
    id: accessibility
    title: "Accessibilité SAID"
    ---
    Texte SAID
content/welcome/keys.md
    ---
    id: keys
    title: "Clés SAID"
    summary: "Résumé SAID"
    section: housing
    sources: [{name: "Source SAID", detail: "Détail SAID"}]
    see: "La place SAID"
    ---
    Texte SAID
content/welcome/keys.en.md
    ---
    title: "Keys « here » : where ?"
    ---
    Text.
content/steps/first.md
    ---
    id: first
    title: "Étape SAID"
    summary: "Résumé SAID"
    stage: first-week
    day: 3
    documents: ["Papier SAID"]
    ---
    Texte.
content/assets/dune.md
    ---
    id: dune
    title: "Dune SAID"
    summary: "Résumé SAID"
    angle: economy
    territory: bourg
    ---
    Texte.
content/ambassadors/adele.md
    ---
    id: adele
    title: "Adèle SAID"
    summary: "Résumé SAID"
    theme: sport
    occupation: "Métier SAID"
    quote: {text: "Mots SAID", source: "Lettre SAID"}
    career: [{year: "1911", text: "Année SAID"}]
    died: {year: 1920}
    ---
    Texte.
content/carnet/say.md
    ---
    id: say
    title: "Dire SAID"
    part: how-to
    wording: [{say: "Dites SAID", avoid: "Pas SAID", why: "Car SAID"}]
    ---
    Texte.
content/houses/house.md
    ---
    id: house
    title: "Maison SAID"
    territory: bourg
    offers: ["Offre SAID"]
    elsewhere: [{what: "Autre SAID", who: "Elle SAID"}]
    ---
    Texte.
content/perks/perk.md
    ---
    id: perk
    title: "Panier SAID"
    territory: bourg
    kind: gift
    offered_by: La mairie
    conditions: ["Condition SAID"]
    how: "Comment SAID"
    expires_on: 2027-11-21
    ---
    Texte.
content/pages/about.md
    ---
    id: about
    title: "À propos SAID"
    summary: "Résumé SAID"
    ---
    Texte.
content/children/school.md
    ---
    id: school
    title: "École SAID"
    ---
    Texte.
content/easy/keys.md
    ---
    id: easy-keys
    title: "Facile SAID"
    block: keys
    ---
    Texte.
"""


@pytest.fixture
def written(portal: Callable[..., PortalFolder]) -> PortalFolder:
    """A portal each of whose texts of one line is odd."""
    guide = GUIDE_YML
    for label in ("Premiers pas", "Se loger", "En famille", "Mairie", "Toute urgence"):
        guide = guide.replace(f"fr: {label}", f'fr: "{label} {SAID}"')
    guide = guide.replace("Garde d’enfants", f'"Garde {SAID}"').replace("fr: monenfant.fr", f'fr: "Annuaire {SAID}"')
    indented = "\n".join(f"    {line}" for line in guide.splitlines())
    return portal(TREE.replace("GUIDE", indented).replace("SAID", SAID))


def words(html: str) -> str:
    """What a page prints or says to those who do not see it; scripts and addresses aside."""
    shown = re.sub(r"<(script|style)\b.*?</\1>", " ", html, flags=re.DOTALL)
    said = re.findall(r'(?:alt|aria-label|title|content)="([^"]*)"', shown)
    return "\n".join([re.sub(r"<[^>]+>", "\n", shown), *said])


def test_no_page_prints_a_text_of_the_editors_without_the_spaces_of_its_language(written: PortalFolder) -> None:
    built = written.build()
    assert not built.failed, built.problems
    pages = {file: file.read_text(encoding="utf-8") for file in written.site.rglob("*.html")}
    french = {file for file in pages if not {"en", "q"}.intersection(file.relative_to(written.site).parts)}
    assert len(french) > 20
    odd = {str(file.relative_to(written.site)): ODD.findall(words(pages[file])) for file in french}
    assert {page: found for page, found in odd.items() if found} == {}
    assert f"<h1>Dune {FRENCH}</h1>" in written.html("atouts/dune/")
    for said in ("Mot", "Sens", "Bourg", "Trou", "Raison", "Un test le lit", "Liens", "Chaque lien"):
        assert f"{said} {FRENCH}" in "".join(pages.values())


def test_english_stays_as_written_and_what_is_not_translated_is_french(written: PortalFolder) -> None:
    assert not written.build().failed
    guide = written.html("en/territory/pays/le-bourg/") if (written.site / "en/territory").exists() else ""
    pages = "".join(file.read_text(encoding="utf-8") for file in (written.site / "en").rglob("*.html")) + guide
    assert "Keys « here » : where ?" in pages
    assert f"Étape {FRENCH}" in pages
    assert "Étape « " not in pages


def test_no_paper_prints_one_either(written: PortalFolder) -> None:
    edition = fingerprint_text(printer_of(written.root, "https://pays.example/").editions.edition("bourg", "fr"))
    kinds = ("Clés", "Étape", "Papier", "Maison", "Offre", "Panier", "Condition", "Comment", "Garde", "École")
    assert [kind for kind in kinds if f"{kind} {FRENCH}" not in edition] == []
    assert ODD.findall(edition.replace('": ', "")) == []


def test_what_is_compared_and_what_leads_somewhere_stays_as_written(written: PortalFolder) -> None:
    records, _ = validate(load(written.root)[0])
    assert records is not None
    mended = typeset(records)
    assert mended != records
    for before, after in zip(records.entries, mended.entries, strict=True):
        assert (before.id, before.paths, before.versions.keys()) == (after.id, after.paths, after.versions.keys())
        for lang, version in before.versions.items():
            same = after.versions[lang]
            assert (version.body, version.slug, version.website) == (same.body, same.slug, same.website)
            if isinstance(version, Block) and isinstance(same, Block):
                assert version.edition == same.edition
    assert typeset(mended) == mended
