"""The questions, by kind: what the model requires, and what no reader can do without. Everything else is left out."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from site_builder.editing.questions import GIVEN, LIVING, TEXT_FIELD, Form, FromPortal, Question, Said
from site_builder.model.ambassador import Theme
from site_builder.model.asset import Angle
from site_builder.model.event import EventKind
from site_builder.model.guideline import Part
from site_builder.model.perk import PerkKind
from site_builder.model.relay import RelayKind
from site_builder.model.step import Stage


def _choice(name: str, label: Said, words: type[StrEnum], *said: Said) -> Question:
    choices = {word.value: each for word, each in zip(words, said, strict=True)}
    return Question(name=name, label=label, form=Form.WORD, choices=choices, example=next(iter(choices)))


_TITLE = Question(name="title", label=Said("Titre", "Title"), example="Le moulin neuf")
_SUMMARY = Question(
    name="summary",
    label=Said(
        "Résumé : une phrase pour les listes et les moteurs de recherche",
        "Summary: one sentence for lists and search engines",
    ),
    example="Un moulin à eau qui moud encore, au bord de la rivière.",
    needed=False,
)
_TEXT = Question(
    name=TEXT_FIELD,
    label=Said(
        "Texte, ou son premier paragraphe (une ligne vide pour finir) ; sans texte, la fiche reste un brouillon",
        "Text, or its first paragraph (an empty line ends it); without a text the entry stays a draft",
    ),
    form=Form.TEXT,
    needed=False,
)
TRANSLATED_TEXT = Said(
    "Texte, ou son premier paragraphe (une ligne vide pour finir)",
    "Text, or its first paragraph (an empty line ends it)",
)
_TERRITORY = Question(
    name="territory",
    label=Said(
        "Territoire : son code (« portail find NOM » le donne)", "Territory: its code (`portail find NAME` gives it)"
    ),
    form=Form.CODE,
    from_portal=FromPortal.TERRITORY,
)
_ANYWHERE = replace(
    _TERRITORY,
    label=Said(
        "Territoire : son code (« portail find NOM » le donne) ; vide : tout le portail",
        "Territory: its code (`portail find NAME` gives it); empty: the whole portal",
    ),
    needed=False,
)
_SEE = Question(
    name="see",
    label=Said(
        "Et ensuite ? Une chose à aller voir ou à faire, en une phrase",
        "What next? One thing to go and see or do, in a sentence",
    ),
    example="Demandez le bulletin municipal.",
)
_LISTED = (_TITLE, _SUMMARY)
_LIVING = Question(
    name=LIVING,
    label=Said("Cette personne est-elle vivante ?", "Is this person living?"),
    form=Form.YES_NO,
)
_DIED = Question(name="died.year", label=Said("Année de sa mort", "Year of death"), example="1920", form=Form.WORD)
CONSENT = (
    Question(
        name=GIVEN,
        label=Said("A-t-elle donné son accord par écrit ?", "Have they given their agreement in writing?"),
        form=Form.YES_NO,
    ),
    Question(
        name="consent.granted_on",
        label=Said("Quel jour ?", "On which day?"),
        example="2026-01-15",
        form=Form.WORD,
    ),
    Question(
        name="consent.expires_on",
        label=Said("Jusqu’à quel jour vaut cet accord ?", "Until which day does it hold?"),
        example="2099-01-15",
        form=Form.WORD,
    ),
    Question(
        name="consent.reference",
        label=Said(
            "Où est classé le document signé ? (ni téléphone ni adresse : tout le monde lit ce fichier)",
            "Where is the signed document filed? (no telephone, no address: anybody reads this file)",
        ),
        example="dossier 12",
    ),
    Question(
        name="consent.minor",
        label=Said("Cette personne est-elle mineure ?", "Is this person a minor?"),
        example="false",
        form=Form.YES_NO,
    ),
)
GUARDIAN = Question(
    name="consent.guardian_reference",
    label=Said("Où est classé l’accord de son responsable légal ?", "Where is the agreement of their guardian filed?"),
    example="dossier 13",
)
_NAME = replace(_TITLE, label=Said("Nom de la personne", "Name of the person"), example="Jeanne Exemple")

QUESTIONS: Mapping[str, tuple[Question, ...]] = {
    "block": (
        _TITLE,
        Question(
            name="section",
            label=Said("Rubrique du guide", "Section of the guide"),
            form=Form.WORD,
            from_portal=FromPortal.SECTION,
        ),
        _ANYWHERE,
        _SEE,
        _TEXT,
    ),
    "step": (
        _TITLE,
        _choice(
            "stage",
            Said("Moment", "When"),
            Stage,
            Said("avant l’arrivée", "before the arrival"),
            Said("la première semaine", "the first week"),
            Said("le premier mois", "the first month"),
            Said("les trois premiers mois", "the first three months"),
        ),
        Question(
            name="day",
            label=Said(
                "Combien de jours après l’arrivée vaut-il mieux l’avoir fait ? (avant l’arrivée : un nombre négatif)",
                "By how many days after the arrival is it best done? (before the arrival: a negative number)",
            ),
            example="-7",
            form=Form.WORD,
        ),
        _TEXT,
    ),
    "easy": (
        _TITLE,
        Question(
            name="block",
            label=Said(
                "Le bloc du guide qu’il redit en mots simples : son id",
                "The block of the guide that it says in easy words: its id",
            ),
            form=Form.WORD,
            from_portal=FromPortal.BLOCK,
        ),
        _TEXT,
    ),
    "child": (_TITLE, _TEXT),
    "asset": (
        *_LISTED,
        _choice(
            "angle",
            Said("Angle", "Angle"),
            Angle,
            Said("Services publics", "Public services"),
            Said("Associations et culture", "Associations and culture"),
            Said("Économie", "Economy"),
            Said("Patrimoine naturel", "Natural heritage"),
            Said("Patrimoine historique et culturel", "Historical and cultural heritage"),
            Said("Santé", "Health"),
        ),
        _ANYWHERE,
        _TEXT,
    ),
    "trail": (
        *_LISTED,
        Question(
            name="stops",
            label=Said(
                "Les étapes : les id de deux atouts au moins, dans l’ordre",
                "The stops: the ids of two assets at least, in order",
            ),
            form=Form.STOPS,
            from_portal=FromPortal.ASSETS,
        ),
        _TEXT,
    ),
    "ambassador": (
        _LIVING,
        _DIED,
        *CONSENT,
        GUARDIAN,
        _NAME,
        replace(_SUMMARY, example="Une institutrice qui a ouvert trois écoles."),
        _choice(
            "theme",
            Said("Thème", "Theme"),
            Theme,
            Said("Apprendre et transmettre", "Learning and passing on"),
            Said("Engagement bénévole", "Voluntary work"),
            Said("Sport", "Sport"),
            Said("Culture et art", "Culture and art"),
            Said("Vie professionnelle", "Professional life"),
            Said("Vie publique", "Public life"),
        ),
        _ANYWHERE,
        _TEXT,
    ),
    "house": (*_LISTED, _TERRITORY, _TEXT),
    "perk": (
        *_LISTED,
        _TERRITORY,
        _choice(
            "kind",
            Said("Ce que l’on offre", "What is given"),
            PerkKind,
            Said("cadeau", "gift"),
            Said("bon d’achat ou de réduction", "voucher"),
            Said("adhésion offerte", "free membership"),
            Said("carte pour se repérer", "map to find one’s way"),
            Said("circuit de découverte", "discovery tour"),
        ),
        Question(name="offered_by", label=Said("Qui l’offre", "Who gives it"), example="L’office de tourisme"),
        Question(
            name="conditions",
            label=Said(
                "À quelles conditions, une par ligne (une ligne vide pour finir)",
                "On what conditions, one per line (an empty line ends them)",
            ),
            example="Une fois par foyer.",
            form=Form.LIST,
        ),
        Question(
            name="how",
            label=Said(
                "Comment en profiter : où aller, à qui écrire, avec quoi",
                "How to get it: where to go, who to write to, with what",
            ),
            example="À l’accueil, avec un justificatif de domicile.",
        ),
        Question(
            name="expires_on",
            label=Said(
                "Dernier jour (si l’avantage dure : le jour où vous vérifierez qu’il existe encore)",
                "Last day (if the perk lasts: the day on which you will check that it still exists)",
            ),
            example="2099-12-31",
            form=Form.WORD,
        ),
        _TEXT,
    ),
    "event": (
        *_LISTED,
        _TERRITORY,
        _choice(
            "kind",
            Said("Genre de rendez-vous", "Kind of event"),
            EventKind,
            Said("cérémonie d’accueil", "welcome ceremony"),
            Said("rencontre", "meeting"),
            Said("visite", "visit"),
            Said("atelier", "workshop"),
        ),
        Question(
            name="starts",
            label=Said("Quand : une date, ou une date et une heure", "When: a date, or a date and a time"),
            example="2099-01-17T18:30",
            form=Form.WORD,
        ),
        _TEXT,
    ),
    "relay": (
        *_LISTED,
        _TERRITORY,
        _choice(
            "kind",
            Said("Qui accompagne", "Who supports newcomers"),
            RelayKind,
            Said("parrainage d’une école", "a school’s scheme"),
            Said("parrainage d’une université", "a university’s scheme"),
            Said("parrainage d’une entreprise", "a company’s scheme"),
            Said("personnes venues d’un même pays", "people who come from one country"),
        ),
        _TEXT,
    ),
    "testimonial": (
        *CONSENT,
        GUARDIAN,
        replace(_TITLE, label=Said("Titre : quelques mots du témoignage", "Title: a few words of the testimonial")),
        _TERRITORY,
        Question(
            name="display_name",
            label=Said(
                "Le nom à montrer, tel que la personne l’a choisi", "The name to show, as the person has chosen it"
            ),
            example="Prénom",
        ),
        _TEXT,
    ),
    "guideline": (
        *_LISTED,
        _choice(
            "part",
            Said("Partie du Carnet", "Part of the notebook"),
            Part,
            Said("Valeurs communes", "Shared values"),
            Said("Identité de chaque secteur", "Identity of each area"),
            Said("Produits de chaque secteur", "Products of each area"),
            Said("Modes d’emploi", "How-to guides"),
            Said("Bien en parler", "How to speak of the place"),
            Said("Exemples concrets", "Concrete examples"),
        ),
        _TEXT,
    ),
    "proof": (
        replace(
            _TITLE,
            label=Said("Ce que vous affirmez, en une phrase", "What you claim, in one sentence"),
            example="Ce pont a cinq arches",
        ),
        Question(
            name="sources",
            label=Said("La source : qui le dit, dans quel document", "The source: who says so, in which document"),
            example="Inventaire général du patrimoine culturel",
            form=Form.SOURCES,
        ),
        Question(
            name="dated",
            label=Said("De quand date la source ?", "When is the source from?"),
            example="2021-03",
            form=Form.WORD,
        ),
        Question(
            name="valid_until",
            label=Said("Quel jour la relirez-vous au plus tard ?", "By which day will you check it again?"),
            example="2099-12-31",
            form=Form.WORD,
        ),
        _TEXT,
    ),
    "page": (*_LISTED, _TEXT),
}
"""By kind, in the order of asking."""

NAMES: Mapping[str, Said] = {
    "block": Said("Bloc d’un guide", "Block of a guide"),
    "step": Said("Étape d’une arrivée", "Step of an arrival"),
    "easy": Said("Texte facile à lire", "Easy-to-read text"),
    "child": Said("Texte pour les enfants", "Text for children"),
    "asset": Said("Atout", "Asset"),
    "trail": Said("Parcours de découverte", "Discovery trail"),
    "ambassador": Said("Ambassadeur", "Ambassador"),
    "house": Said("Maison d’accueil", "Welcome house"),
    "perk": Said("Avantage de bienvenue", "Welcome perk"),
    "event": Said("Rendez-vous d’accueil", "Event for newcomers"),
    "relay": Said("Parrainage ou relais", "Mentoring scheme or relay"),
    "testimonial": Said("Témoignage", "Testimonial"),
    "guideline": Said("Page du Carnet", "Page of the notebook"),
    "proof": Said("Preuve", "Proof"),
    "page": Said("Page libre", "Free-form page"),
}
"""What each kind is called."""


def questions_of(kind: str, required: Iterable[str]) -> tuple[Question, ...]:
    """Those of a kind; of one that nobody has worded any for, its required fields by their names."""
    known = {question.key for question in _LISTED} | {"id"}
    named = (Question(name=name, label=Said(name, name), form=Form.WORD) for name in required if name not in known)
    return QUESTIONS.get(kind) or (*_LISTED, *named, _TEXT)


def name_of(kind: str) -> Said:
    """What a kind is called."""
    return NAMES.get(kind) or Said(kind, kind)
