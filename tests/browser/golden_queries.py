"""What people type, and the page that answers: of the cut demonstration as of the whole region."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.first_view import sent
from tests.browser.portal_pages import BASE
from tests.region.page_reading import page_file

GUIDE, STEPS = "bienvenue/nouvelle-aquitaine/", "bienvenue/nouvelle-aquitaine/pas-a-pas/"
WELCOME, STEP_BY_STEP = "en/welcome/nouvelle-aquitaine/", "en/welcome/nouvelle-aquitaine/step-by-step/"
GOLDEN = {
    "fr": (
        ("ecole", f"{GUIDE}#school-enrolment", 1),
        ("école", f"{GUIDE}#school-enrolment", 1),
        ("écoles", f"{GUIDE}#school-enrolment", 1),
        ("inscrire mon enfant à l’école", f"{GUIDE}#school-enrolment", 1),
        ("equipement", f"{GUIDE}#sports-and-clubs", 3),
        ("plage", f"{GUIDE}#bathing", 1),
        ("editeurs", "mentions-legales/", 1),
        ("médecin", f"{GUIDE}#registered-doctor", 1),
        ("medcin", f"{GUIDE}#registered-doctor", 1),
        ("medcin traitnat", f"{GUIDE}#registered-doctor", 1),
        ("asssociation", f"{GUIDE}#sports-and-clubs", 5),
        ("kiné", f"{GUIDE}#registered-doctor", 3),
        ("orthophoniste", f"{GUIDE}#registered-doctor", 3),
        ("apartement", f"{GUIDE}#finding-a-home", 5),
        ("docteur", f"{GUIDE}#registered-doctor", 3),
        ("doctor", f"{GUIDE}#registered-doctor", 3),
        ("GP", f"{GUIDE}#registered-doctor", 3),
        ("où puis-je trouver un médecin ?", f"{GUIDE}#registered-doctor", 1),
        ("carte grise", f"{GUIDE}#vehicle-registration", 2),
        ("Carte grise", f"{STEPS}#step-vehicle-registration", 2),
        ("caf", "lexique/#t-caf", 1),
        ("urgence", f"{GUIDE}#emergency", 1),
        ("police", f"{GUIDE}#emergency", 1),
        ("ambulance", f"{GUIDE}#emergency", 1),
        ("pompiers", f"{GUIDE}#emergency", 1),
        ("17", f"{GUIDE}#emergency", 1),
        ("pharmacie", f"{GUIDE}#care-out-of-hours", 1),
        ("medecin de garde", f"{GUIDE}#care-out-of-hours", 1),
        ("hopital", f"{GUIDE}#emergency", 1),
        ("urgences hôpital", f"{GUIDE}#emergency", 1),
        ("mutuelle", f"{GUIDE}#health-insurance", 3),
        ("lycee", f"{GUIDE}#school-enrolment", 3),
        ("assmat", f"{GUIDE}#childcare", 3),
        ("nursery", f"{GUIDE}#childcare", 3),
        ("hlm", f"{GUIDE}#finding-a-home", 3),
        ("APL", "lexique/#t-caf", 5),
        ("allocation logement", f"{GUIDE}#renting-well", 1),
        ("assurance habitation", f"{STEPS}#step-home-insurance", 1),
        ("edf", f"{STEPS}#step-energy-and-water", 3),
        ("wifi", f"{STEPS}#step-energy-and-water", 3),
        ("un emploi pour mon mari", f"{GUIDE}#job-search", 3),
        ("Pôle emploi", f"{STEPS}#step-france-travail", 2),
        ("ANPE", f"{STEPS}#step-france-travail", 2),
        ("la poste", f"{STEPS}#step-mail-forwarding", 1),
        ("voter", f"{GUIDE}#electoral-roll", 1),
        ("bus", f"{GUIDE}#local-mobility", 2),
        ("marché", f"{GUIDE}#markets-and-festivals", 3),
        ("permis anglais", f"{GUIDE}#driving-licence", 3),
        ("passeport", f"{GUIDE}#town-hall-first", 1),
        ("mariage", f"{GUIDE}#town-hall-first", 1),
        ("foot", f"{GUIDE}#sports-and-clubs", 1),
        ("rencontrer des gens", f"{GUIDE}#meeting-people", 3),
        ("Dax", "bienvenue/dax/", 1),
        ("40100", "bienvenue/dax/", 1),
        ("saint paul les dax", "bienvenue/saint-paul-les-dax/", 1),
    ),
    "en": (
        ("where can I find a doctor", f"{WELCOME}#registered-doctor", 1),
        ("register my child at school", f"{WELCOME}#school-enrolment", 1),
        ("doctor", f"{WELCOME}#registered-doctor", 1),
        ("docter", f"{WELCOME}#registered-doctor", 1),
        ("doctr", f"{WELCOME}#registered-doctor", 1),
        ("english speaking doctor", f"{WELCOME}#registered-doctor", 1),
        ("accomodation", f"{WELCOME}#finding-a-home", 4),
        ("GP", f"{WELCOME}#registered-doctor", 3),
        ("carte grise", f"{WELCOME}#vehicle-registration", 2),
        ("ecole", f"{WELCOME}#school-enrolment", 3),
        ("school", f"{WELCOME}#school-enrolment", 1),
        ("beach", f"{WELCOME}#bathing", 1),
        ("plage", f"{WELCOME}#bathing", 3),
        ("equipement", f"{WELCOME}#sports-and-clubs", 3),
        ("editeurs", "en/legal-notice/", 1),
        ("médecin", "en/glossary/#t-medecin-traitant", 1),
        ("emergency", f"{WELCOME}#emergency", 1),
        ("ambulance", f"{WELCOME}#emergency", 1),
        ("police", f"{WELCOME}#emergency", 1),
        ("A&E", f"{WELCOME}#emergency", 1),
        ("pharmacy", f"{WELCOME}#care-out-of-hours", 1),
        ("out of hours doctor", f"{WELCOME}#care-out-of-hours", 1),
        ("hospital", f"{WELCOME}#emergency", 4),
        ("babysitter", f"{WELCOME}#childcare", 3),
        ("child benefit", "en/glossary/#t-caf", 5),
        ("prescription", f"{WELCOME}#care-out-of-hours", 2),
        ("accommodation", f"{WELCOME}#finding-a-home", 4),
        ("home insurance", f"{STEP_BY_STEP}#step-home-insurance", 1),
        ("broadband", f"{STEP_BY_STEP}#step-energy-and-water", 3),
        ("wifi", f"{STEP_BY_STEP}#step-energy-and-water", 3),
        ("tip", "en/glossary/#t-dechetterie", 3),
        ("bus", f"{WELCOME}#local-mobility", 2),
        ("redirect my mail", f"{STEP_BY_STEP}#step-mail-forwarding", 1),
        ("post office", f"{STEP_BY_STEP}#step-mail-forwarding", 1),
        ("job for my wife", f"{STEP_BY_STEP}#step-partner-job", 3),
        ("unemployment", f"{STEP_BY_STEP}#step-france-travail", 1),
        ("drivers license", f"{WELCOME}#driving-licence", 2),
        ("how do I get a french driving license", f"{WELCOME}#driving-licence", 1),
        ("bike", f"{WELCOME}#local-mobility", 3),
        ("brexit", f"{WELCOME}#visa-validation", 2),
        ("neighbours", f"{WELCOME}#meeting-people", 3),
        ("football club", f"{WELCOME}#sports-and-clubs", 1),
        ("passport", f"{WELCOME}#town-hall-first", 3),
        ("Dax", "en/welcome/dax/", 1),
        ("40100", "en/welcome/dax/", 1),
    ),
}
"""Per language: what is typed, the page that answers, and the place that it must have, or a better one."""
FINDER_OF_THE_REGION = 70_000
"""Bytes, compressed, of the finder's data of all 4,462 territories: tests/region proves that it is no more."""
BUSY = re.compile("^(Recherche en cours|Searching)…$")


def status(page: Page) -> str:
    """What is said once the answer is there."""
    said = page.locator(".search [role=status]")
    expect(said).not_to_be_empty()
    expect(said).not_to_have_text(BUSY)
    return said.inner_text()


def ask(page: Page, words: str) -> str:
    page.fill(".search input[type=search]", words)
    page.keyboard.press("Enter")
    return status(page)


def links(page: Page) -> list[str]:
    """Where results lead, below the site's root."""
    hrefs = page.locator(".results a").evaluate_all("links => links.map(({ href }) => href)")
    return [
        part.path.removeprefix(BASE).lstrip("/") + (f"#{part.fragment}" if part.fragment else "")
        for part in map(urlsplit, hrefs)
    ]


def lost(page: Page, lang: str) -> list[tuple[str, str, list[str]]]:
    """What is typed without finding its page in its place, on the page of the search, with what it finds instead."""
    missing = []
    for words, answer, place in GOLDEN[lang]:
        ask(page, words)
        found = links(page)
        if answer not in found[:place]:
            missing.append((words, answer, found[:4]))
    return missing


def size_of(site: Path, paths: list[str]) -> int:
    """Bytes of these files of the site, as a static host sends them."""
    return sum(sent(site / page_file(path)) for path in paths)
