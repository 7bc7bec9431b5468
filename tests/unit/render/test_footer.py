from collections.abc import Callable

from site_builder.render.views.frame import site_view
from tests.conftest import PortalFolder
from tests.unit.render.conftest import press_of

TREE = """
content/pages/about.md
    ---
    id: about
    title: À propos
    ---
    Texte.
content/pages/exchanges.md
    ---
    id: exchanges
    title: Échanges
    door: partners
    ---
    Texte.
content/pages/partners.md
    ---
    id: partners
    title: Espace partenaires
    door: partners
    ---
    Texte.
content/carnet/dire.md
    ---
    id: dire
    title: Dire
    part: values
    ---
    Texte.
data/glossary.yml
    terms:
      - {id: caf, term: {fr: Caf, en: Caf}, meaning: {fr: Une caisse., en: A fund.}}
    wording:
      - {say: {fr: bourg, en: town}, avoid: {fr: trou, en: hole}, why: {fr: Pour rien., en: For nothing.}}
"""


NEWCOMERS = ["Lexique", "À propos"]
PARTNERS = [
    *("Carnet d’inspirations", "Les mots que nous choisissons", "Faire un lien vers ce portail"),
    *("Adaptations locales", "À propos", "Échanges"),
]


def test_the_page_of_questions_shows_where_a_mistake_is_reported(portal: Callable[..., PortalFolder]) -> None:
    folder = portal(TREE)
    assert not folder.build().failed
    assert "<main" in folder.html("exchanges/")
    assert "Signaler une erreur" not in folder.html("exchanges/")
    assert '<a href="/exchanges/">Échanges</a></p>' in folder.html("faire-un-lien/")
    settings = folder.root / "data/portal.yml"
    settings.write_text(
        f"{settings.read_text(encoding='utf-8')}\nreport_email: portail@example.org\n", encoding="utf-8"
    )
    assert not folder.build().failed
    main = {
        name: folder.html(f"{name}/").partition("<main")[2].partition("</main>")[0] for name in ("exchanges", "about")
    }
    link = '<a class="more" href="mailto:portail@example.org">Signaler une erreur</a>'
    assert {name: link in text for name, text in main.items()} == {"exchanges": True, "about": False}
    assert '<a href="mailto:portail@example.org">Nous écrire</a></p>' in folder.html("faire-un-lien/")


def test_the_foot_of_a_page_follows_its_door(portal: Callable[..., PortalFolder]) -> None:
    """Before both doors it is the newcomers'; what the law asks for is at the foot of every page."""
    scene = press_of(portal(TREE).root).scene

    def links(key: str) -> list[str]:
        page = scene.site.get(key, "fr")
        assert page
        return [str(link.title) for link in site_view(scene, page).footer_links]

    assert [links(key) for key in ("home", "guide:bourg", "page:about")] == [NEWCOMERS] * 3
    assert [links(key) for key in ("page:partners", "guideline:dire")] == [PARTNERS] * 2
