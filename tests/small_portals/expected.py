"""The pages of the two small portals, and which of them search engines leave out."""

LANGUAGES = {
    "minimal": {"fr": "ltr", "en": "ltr", "ar": "rtl"},
    "districts": {"fr": "ltr", "en": "ltr"},
}
NAMES = tuple(LANGUAGES)
ANGLES = "services-publics associations-et-culture economie patrimoine-naturel patrimoine-historique-et-culturel sante"
ENGLISH_ANGLES = """
    public-services associations-and-culture economy natural-heritage historical-and-cultural-heritage health
"""
THEMES = "apprendre-et-transmettre engagement-benevole sport culture-et-art vie-professionnelle vie-publique"
ENGLISH_THEMES = "learning-and-teaching voluntary-work sport culture-and-art professional-life public-life"
PARTS = "valeurs identites produits modes-d-emploi bien-en-parler exemples"
ENGLISH_PARTS = "values identities products how-to speaking examples"
HERITAGE, NOTEBOOK = "historical-and-cultural-heritage", "/en/inspiration-notebook/"
CONTAINING = """
    valdaine canton-canton-d-amont canton-canton-d-aval
    district-district-du-lac district-district-des-cols district-district-de-la-plaine
"""
"""Territories that others lie in."""


def below(folder: str, names: str, page: str = "") -> list[str]:
    return [f"{folder}{name}/{page}" for name in names.split()]


def empty(folder: str, names: str, *filled: str) -> list[str]:
    """The headings that have no entry."""
    return [f"{folder}{name}/" for name in names.split() if name not in filled]


UNINDEXED = {
    *("/404.html", "/coordination/", "/en/coordination/", "/ar/coordination/"),
    *("/traductions/", "/en/translations/", "/ar/traductions/"),
    *("/sans-reseau/", "/en/offline/", "/ar/sans-reseau/"),
}
MINIMAL_KITS, KITS_OF_DISTRICTS, ENGLISH_KITS_OF_DISTRICTS = (
    "port-calme lighthouse boat-trip newcomers-evening",
    """
    VD A B A1 AB B1 lake mill adele-vernet first-names say-what-is-true round-the-lake valley-house les-hauts-house
    school-ties portuguese-speakers welcome-basket museum-year winter-welcome open-doors mountain-walk
    """,
    """
    VD A B A1 AB B1 lake adele-vernet say-what-is-true round-the-lake valley-house school-ties welcome-basket
    winter-welcome mountain-walk
    """,
)
KITS = {
    "minimal": {
        *below("/faire-un-lien/", MINIMAL_KITS),
        *below("/en/link-to-us/", "port-calme boat-trip newcomers-evening"),
        *below("/ar/faire-un-lien/", MINIMAL_KITS),
    },
    "districts": {
        *below("/faire-un-lien/", KITS_OF_DISTRICTS),
        *below("/en/link-to-us/", ENGLISH_KITS_OF_DISTRICTS),
    },
}
"""What others need to link to a page: of each entry, and of each territory but those of the nearest level."""
GONE = {"minimal": set[str](), "districts": {"/ambassadeurs/p-44444444/", "/en/ambassadors/p-44444444/"}}
"""What stands where a profile was."""
EMPTY = {
    "minimal": {
        *empty("/atouts/", ANGLES, "patrimoine-historique-et-culturel"),
        *empty("/en/assets/", ENGLISH_ANGLES, HERITAGE),
        *empty("/ar/amakin/", ANGLES, "patrimoine-historique-et-culturel"),
    },
    "districts": {
        *empty("/atouts/", ANGLES, "patrimoine-naturel"),
        *empty("/en/assets/", ENGLISH_ANGLES, "natural-heritage"),
        *empty("/ambassadeurs/", THEMES, "apprendre-et-transmettre", "vie-professionnelle"),
        *empty("/en/ambassadors/", ENGLISH_THEMES, "learning-and-teaching", "professional-life"),
        *empty("/carnet/", PARTS, "valeurs"),
        *empty("/en/inspiration-notebook/", ENGLISH_PARTS, "values"),
    },
}
"""Pages that search engines are asked to leave out: those of the portal's own affairs, those with nothing to show."""
PAGES = {
    "minimal": """
        /avantages/ /rendez-vous/ /en/perks/ /en/events/ /ar/avantages/ /ar/rendez-vous/
        /avantages/boat-trip/ /rendez-vous/newcomers-evening/ /en/perks/boat-trip/ /en/events/newcomers-evening/
        /ar/avantages/boat-trip/ /ar/rendez-vous/newcomers-evening/
        /coordination/ /en/coordination/ /ar/coordination/
        /traductions/ /en/translations/ /ar/traductions/
        /sans-reseau/ /en/offline/ /ar/sans-reseau/ /recherche/ /en/search/ /ar/recherche/
        /maisons-d-accueil/ /relais/ /temoignages/ /en/welcome-houses/ /en/relays/ /en/testimonials/
        /ar/maisons-d-accueil/ /ar/relais/ /ar/temoignages/
        / /a-propos/ /ambassadeurs/ /atouts/ /atouts/phare/ /bienvenue/ /bienvenue/port-calme/ /carnet/ /404.html
        /bienvenue/port-calme/pas-a-pas/ /facile-a-lire/ /enfants/
        /en/welcome/port-calme/step-by-step/ /en/easy-read/ /en/children/
        /ar/bienvenue/port-calme/pas-a-pas/ /ar/facile-a-lire/ /ar/enfants/
        /en/ /en/about/ /en/ambassadors/ /en/assets/ /en/inspiration-notebook/ /en/welcome/ /en/welcome/port-calme/
        /ar/ /ar/amakin/ /ar/amakin/lighthouse/ /ar/ambassadeurs/ /ar/bienvenue/ /ar/bienvenue/port-calme/ /ar/carnet/
        """.split()
    + below("/atouts/", ANGLES)
    + below("/en/assets/", ENGLISH_ANGLES)
    + below("/ar/amakin/", ANGLES)
    + ["/faire-un-lien/", "/en/link-to-us/", "/ar/faire-un-lien/", *KITS["minimal"]],
    "districts": """
        /avantages/ /avantages/welcome-basket/ /avantages/museum-year/ /en/perks/ /en/perks/newcomers-basket/
        /rendez-vous/ /rendez-vous/winter-welcome/ /rendez-vous/open-doors/ /rendez-vous/mountain-walk/
        /en/events/ /en/events/winter-welcome-ceremony/ /en/events/mountain-walk/
        /parcours/ /parcours/round-the-lake/ /en/trails/ /en/trails/round-the-lake/
        /maisons-d-accueil/ /relais/ /temoignages/ /en/welcome-houses/ /en/relays/ /en/testimonials/
        /maisons-d-accueil/valley-house/ /maisons-d-accueil/les-hauts-house/ /en/welcome-houses/valley/
        /relais/school-ties/ /relais/portuguese-speakers/ /en/relays/school-ties/
        / /404.html /accessibilite/
        /lexique/ /mentions-legales/ /partenaires/ /ambassadeurs/ /ambassadeurs/adele-vernet/
        /ambassadeurs/p-0a1b2c3d/ /ambassadeurs/p-44444444/ /en/ambassadors/p-44444444/
        /atouts/ /atouts/lac/ /atouts/moulin/ /carnet/ /carnet/first-names/
        /carnet/mots/ /carnet/say-what-is-true/ /bienvenue/ /bienvenue/valdaine/ /bienvenue/canton-canton-d-amont/
        /bienvenue/canton-canton-d-aval/ /bienvenue/district-district-du-lac/ /bienvenue/district-district-des-cols/
        /bienvenue/district-district-de-la-plaine/ /bienvenue/saint-jean-a1/ /bienvenue/saint-jean-b1/
        /bienvenue/l-aubepine/ /bienvenue/le-col/ /bienvenue/ardent/ /bienvenue/les-hauts/
        /en/ /en/glossary/ /en/inspiration-notebook/words/
        /en/partners/ /en/ambassadors/ /en/ambassadors/adele-vernet/ /en/ambassadors/p-0a1b2c3d/ /en/assets/
        /en/assets/lake/ /en/inspiration-notebook/ /en/inspiration-notebook/say-what-is-true/ /en/welcome/
        /en/welcome/valdaine/ /en/welcome/canton-canton-d-amont/ /en/welcome/canton-canton-d-aval/
        /en/welcome/district-district-du-lac/ /en/welcome/district-district-des-cols/
        /en/welcome/district-district-de-la-plaine/ /en/welcome/saint-jean-a1/ /en/welcome/saint-jean-b1/
        /en/welcome/l-aubepine/ /en/welcome/le-col/ /en/welcome/ardent/ /en/welcome/les-hauts/
        /bienvenue/valdaine/pas-a-pas/ /bienvenue/canton-canton-d-amont/pas-a-pas/
        /bienvenue/canton-canton-d-aval/pas-a-pas/ /bienvenue/district-district-du-lac/pas-a-pas/
        /bienvenue/district-district-des-cols/pas-a-pas/ /bienvenue/district-district-de-la-plaine/pas-a-pas/
        /bienvenue/ardent/pas-a-pas/ /facile-a-lire/ /enfants/
        /en/welcome/valdaine/step-by-step/ /en/welcome/canton-canton-d-amont/step-by-step/
        /en/welcome/canton-canton-d-aval/step-by-step/ /en/welcome/district-district-du-lac/step-by-step/
        /en/welcome/district-district-des-cols/step-by-step/ /en/welcome/district-district-de-la-plaine/step-by-step/
        /en/welcome/ardent/step-by-step/ /en/easy-read/ /en/children/
        /traductions/ /en/translations/
        /coordination/ /en/coordination/ /accessibilite/criteres/ /en/accessibility/criteria/
        /nos-preuves/ /en/our-proofs/ /quoi-de-neuf/ /en/whats-new/
        /donnees-ouvertes/ /en/open-data/
        /sans-reseau/ /en/offline/ /recherche/ /en/search/
        /bienvenue/pour/famille/ /bienvenue/pour/etudes/ /en/welcome/for/family/ /en/welcome/for/studies/
        /bienvenue/je-travaille-a/ /bienvenue/je-travaille-a/saint-jean-a1/
        /bienvenue/valdaine/emploi-du-conjoint/ /bienvenue/canton-canton-d-amont/emploi-du-conjoint/
        /bienvenue/canton-canton-d-aval/emploi-du-conjoint/ /bienvenue/district-district-du-lac/emploi-du-conjoint/
        /bienvenue/district-district-des-cols/emploi-du-conjoint/
        /bienvenue/district-district-de-la-plaine/emploi-du-conjoint/
        /en/welcome/working-in/ /en/welcome/working-in/saint-jean-a1/
        /en/welcome/valdaine/work-for-your-partner/ /en/welcome/canton-canton-d-amont/work-for-your-partner/
        /en/welcome/canton-canton-d-aval/work-for-your-partner/
        /en/welcome/district-district-du-lac/work-for-your-partner/
        /en/welcome/district-district-des-cols/work-for-your-partner/
        /en/welcome/district-district-de-la-plaine/work-for-your-partner/
        """.split()
    + below("/atouts/", ANGLES)
    + below("/en/assets/", ENGLISH_ANGLES)
    + below("/ambassadeurs/", THEMES)
    + below("/en/ambassadors/", ENGLISH_THEMES)
    + below("/carnet/", PARTS)
    + below("/en/inspiration-notebook/", ENGLISH_PARTS)
    + below("/bienvenue/", CONTAINING, "portrait/")
    + below("/en/welcome/", CONTAINING, "portrait/")
    + ["/faire-un-lien/", "/en/link-to-us/", *KITS["districts"]],
}
