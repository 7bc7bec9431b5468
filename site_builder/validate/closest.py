"""The known word that a person most likely meant."""

import difflib
from collections.abc import Iterable

from site_builder.model.slugs import fold

_FRENCH = {
    "adresse": "address",
    "apprendre": "learning",
    "associations": "associations-culture",
    "auteur": "credit",
    "benevolat": "voluntary-work",
    "brouillon": "draft",
    "corps": "body",
    "courriel": "email",
    "demandeur_d_emploi": "job-seeker",
    "description": "summary",
    "economie": "economy",
    "etranger": "from-abroad",
    "etudiant": "student",
    "famille": "family",
    "identifiant": "id",
    "image_alt": "alt",
    "lien": "website",
    "longueur": "longitude",
    "mairie": "town-hall",
    "metier": "occupation",
    "naissance": "born",
    "deces": "died",
    "nom": "name",
    "ordre": "order",
    "patrimoine": "historical-heritage",
    "patrimoine_culturel": "historical-heritage",
    "patrimoine_historique": "historical-heritage",
    "patrimoine_naturel": "natural-heritage",
    "public": "audiences",
    "publics": "audiences",
    "publie": "published",
    "remplacer": "replace",
    "masquer": "hide",
    "ajouter": "append",
    "resume": "summary",
    "retraite": "retiree",
    "rubrique": "section",
    "salarie": "employee",
    "sante": "health",
    "services_publics": "public-services",
    "site": "website",
    "site_web": "website",
    "statut": "status",
    "telephone": "telephone",
    "territoire": "territory",
    "texte": "text",
    "titre": "title",
    "url": "website",
    "vie_professionnelle": "professional-life",
    "vie_publique": "public-life",
    "voir": "see",
    "ambassadeurs": "ambassadors",
    "atouts": "assets",
    "avantages": "perks",
    "bienvenue": "welcome",
    "blocs": "welcome",
    "enfants": "children",
    "etapes": "steps",
    "evenements": "events",
    "facile": "easy",
    "guide": "welcome",
    "maisons": "houses",
    "parcours": "trails",
    "preuves": "proofs",
    "relais": "relays",
    "rendez_vous": "events",
    "temoignages": "testimonials",
    "adhesion": "membership",
    "annule": "cancelled",
    "atelier": "workshop",
    "bon": "voucher",
    "bon_d_achat": "voucher",
    "cadeau": "gift",
    "carte": "map",
    "ceremonie": "ceremony",
    "commence_le": "starts",
    "comment": "how",
    "debut": "starts",
    "expire_le": "expires_on",
    "fin": "ends",
    "inscription": "registration",
    "jusqu_au": "expires_on",
    "langues": "languages",
    "lieu": "place",
    "offert_par": "offered_by",
    "organisateur": "organiser",
    "rencontre": "meeting",
    "visite": "visit",
}
"""What a French hand writes for our English words, folded."""

SHOWN = 120
"""Characters of a value that are repeated in a message."""


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word a person most likely meant, or None. Case, accents and French words are no obstacle."""
    by_key = {fold(each): each for each in sorted(known, reverse=True)}
    key = fold(word)
    french = fold(_FRENCH.get(key.replace(" ", "_"), ""))
    for exact in (key, french):
        if exact and exact in by_key:
            return by_key[exact]
    matches = difflib.get_close_matches(key[:SHOWN], by_key, n=1, cutoff=0.6)
    begins = [each for each in by_key if len(key) > 3 and " " not in key and each.startswith(key[:4])]
    found = (matches or begins)[:1]
    return by_key[found[0]] if found else None


def shortened(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
