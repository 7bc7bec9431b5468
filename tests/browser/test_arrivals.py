"""People who arrive, each followed from the first page to the last: a nurse, and a family with a telephone."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from icalendar import Alarm, Calendar, Event
from playwright.sync_api import Download, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import Served, Visit

GUIDE, STEPS, PARTNER = "guide:40088", "journey:244000675", "partner-work:244000675"
DAX = "tel:+33558568000"
TODAY = datetime(2026, 10, 1, 12, tzinfo=UTC)


def telephone(visit: Visit, url: str, referer: str | None = None) -> Page:
    """``url`` on a telephone, for a reader who wants nothing to move, on the same day whenever the tests run."""
    page = visit.page()
    page.clock.set_fixed_time(TODAY)
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(reduced_motion="reduce")
    page.goto(url, referer=referer)
    return page


def switch(page: Page, language: str) -> None:
    page.get_by_role("link", name=language, exact=True).click()


# A nurse, who reads English and lands on a deep page from a search engine


@dataclass(frozen=True)
class Landing:
    """A page that a search engine knows, what is read there, and the taps from there to work for the partner."""

    key: str
    anchor: str
    lieu: str
    read: dict[str, str]
    """Language: the title of what the anchor leads to."""
    taps: tuple[str, ...]


LANDINGS = {
    "block": Landing(
        GUIDE,
        "#registered-doctor",
        "?lieu=dax",
        {"en": "Choosing your doctor", "fr": "Choisir un médecin traitant"},
        ("Work for your partner",),
    ),
    "steps": Landing(
        STEPS,
        "#step-registered-doctor",
        "",
        {"en": "Choose your registered doctor", "fr": "Choisir un médecin traitant"},
        ("Work for your partner",),
    ),
    "steps-and-guide": Landing(
        STEPS,
        "#step-partner-job",
        "",
        {"en": "Talk about work for your partner", "fr": "Parler de l’emploi de la personne qui vous accompagne"},
        ("Welcome to Grand Dax", "Work for your partner"),
    ),
}


@pytest.mark.parametrize("landing", LANDINGS.values(), ids=LANDINGS)
def test_a_nurse_lands_on_a_deep_page_in_english(visit: Visit, served: Served, landing: Landing) -> None:
    url = served.url(landing.key, "en")
    page = telephone(visit, f"{url}{landing.anchor}", referer="https://search.example/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(f"{landing.anchor} h3")).to_contain_text(landing.read["en"])
    expect(page.locator(landing.anchor)).to_be_in_viewport()

    # The same words in French, and back.
    switch(page, "Français")
    expect(page).to_have_url(f"{served.url(landing.key)}{landing.anchor}")
    expect(page.locator(landing.anchor)).to_be_in_viewport()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator(f"{landing.anchor} h3")).to_contain_text(landing.read["fr"])
    switch(page, "English")
    expect(page).to_have_url(f"{url}{landing.anchor}")

    for tap in landing.taps:
        page.get_by_role("link", name=tap, exact=True).click()
    expect(page).to_have_url(f"{served.url(PARTNER, 'en')}{landing.lieu}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Work for your partner in Grand Dax")
    switch(page, "Français")
    expect(page).to_have_url(f"{served.url(PARTNER)}{landing.lieu}")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Un emploi pour votre conjoint ou conjointe dans le Grand Dax"
    )
    switch(page, "English")
    expect(page).to_have_url(f"{served.url(PARTNER, 'en')}{landing.lieu}")

    # The place she comes from goes along, from one page of the wider territory to the other.
    for tap, key in (("Your move, step by step", STEPS), ("Work for your partner", PARTNER)):
        page.locator("main").get_by_role("link", name=tap, exact=True).click()
        expect(page).to_have_url(f"{served.url(key, 'en')}{landing.lieu}")


def test_a_nurse_finds_whom_to_call(visit: Visit, served: Served) -> None:
    page = telephone(visit, f"{served.url(GUIDE, 'en')}#registered-doctor", referer="https://search.example/")
    bar = page.locator(".reach").get_by_role("link", name="Call 05\u00a058\u00a056\u00a080\u00a000")
    expect(bar).to_be_in_viewport(ratio=1)
    expect(bar).to_have_attribute("href", DAX)
    page.goto(served.url(GUIDE, "en"))
    expect(page.get_by_role("heading", level=2).first).to_have_text("Who to talk to first")
    call = page.locator("#contact").get_by_role("link", name="Telephone 05\u00a058\u00a056\u00a080\u00a000")
    expect(call).to_have_attribute("href", DAX)
    expect(call).to_be_in_viewport(ratio=1)
    page.goto(served.url(STEPS, "en"))
    expect(page.locator("#contact").get_by_role("link", name=re.compile("^Telephone"))).to_have_attribute("href", DAX)


# A family, in French or in English


@dataclass(frozen=True)
class Family:
    """What a family reads in its language."""

    lang: str
    filtered: str
    abroad: str
    both: str
    steps: str
    dates: dict[str, str]
    """Step: what is said of it to whoever arrives on 1 March 2027."""
    done: str
    kept: str
    remind: str
    file: str
    titles: dict[str, str]
    """Step: its title, which is the summary of the reminder."""
    erase: str
    erased: str


FILED = re.compile(r"\b(déposée?s?|filed|submitted|lodged)\b", re.IGNORECASE)
ARRIVAL = date(2027, 3, 1)
DONE = ("step-find-a-home", "step-school-enrolment")
DAYS = {
    "step-childcare-search": -120,
    "step-permission-to-practise": -90,
    "step-student-formalities": -60,
    "step-sign-the-lease": -40,
    "step-pension-funds": -20,
    "step-energy-and-water": -10,
    "step-home-insurance": -7,
    "step-mail-forwarding": -5,
    "step-inventory-of-condition": 0,
    "step-change-of-address": 3,
    "step-france-travail": 3,
    "step-town-hall-visit": 5,
    "step-bank-account": 7,
    "step-health-insurance": 10,
    "step-partner-job": 12,
    "step-visa-validation": 15,
    "step-meet-people": 20,
    "step-french-course": 24,
    "step-vehicle-registration": 28,
    "step-registered-doctor": 40,
    "step-tax-office": 50,
    "step-electoral-roll": 60,
    "step-driving-licence": 75,
}
OF_OTHERS = {
    "step-bank-account",
    "step-driving-licence",
    "step-france-travail",
    "step-french-course",
    "step-pension-funds",
    "step-permission-to-practise",
    "step-student-formalities",
    "step-visa-validation",
}
"""Steps for whoever comes from abroad, studies, retires or looks for a job."""
FROM_ABROAD = {
    "step-bank-account",
    "step-driving-licence",
    "step-french-course",
    "step-permission-to-practise",
    "step-visa-validation",
}
"""Those that a family from abroad has to take too."""
FAMILIES = {
    "fr": Family(
        lang="fr",
        filtered="Nous venons en famille",
        abroad="J’arrive d’un autre pays",
        both="«\u00a0Nous venons en famille\u00a0» et «\u00a0J’arrive d’un autre pays\u00a0»\u00a0: étapes affichées, ",
        steps="Votre arrivée, pas à pas",
        dates={
            "step-childcare-search": "Conseillé avant le dimanche 1er novembre 2026.",
            "step-find-a-home": "Conseillé avant le mercredi 16 décembre 2026.",
            "step-school-enrolment": "Conseillé avant le samedi 30 janvier 2027.",
            "step-town-hall-visit": "Conseillé d’ici le samedi 6 mars 2027.",
            "step-driving-licence": "Conseillé d’ici le samedi 15 mai 2027.",
        },
        done="Je l’ai fait.",
        kept="Date gardée\u00a0: lundi 1er mars 2027. Gardé sur cet appareil.",
        remind="Mettre les rappels dans mon agenda",
        file="mon-arrivee.ics",
        titles={"step-town-hall-visit": "Passer à la mairie", "step-tax-office": "Vérifier votre adresse aux impôts"},
        erase="Effacer mes coches et ma date",
        erased="Vos coches et votre date sont effacées de cet appareil.",
    ),
    "en": Family(
        lang="en",
        filtered="We are coming as a family",
        abroad="I am coming from abroad",
        both="‘We are coming as a family’ and ‘I am coming from abroad’: ",
        steps="Your move, step by step",
        dates={
            "step-childcare-search": "Best done before Sunday 1 November 2026.",
            "step-find-a-home": "Best done before Wednesday 16 December 2026.",
            "step-school-enrolment": "Best done before Saturday 30 January 2027.",
            "step-town-hall-visit": "Best done by Saturday 6 March 2027.",
            "step-driving-licence": "Best done by Saturday 15 May 2027.",
        },
        done="I have done it.",
        kept="Date kept: Monday 1 March 2027. Kept on this device.",
        remind="Put reminders in my calendar",
        file="my-arrival.ics",
        titles={
            "step-town-hall-visit": "Visit the town hall",
            "step-tax-office": "Check your address with the tax office",
        },
        erase="Clear my ticks and my date",
        erased="Your ticks and your date are erased from this device.",
    ),
}


def hidden(page: Page) -> set[str]:
    """The steps that are not shown."""
    return {str(step.get_attribute("id")) for step in page.locator(".step[hidden]").all()}


def _come_from_abroad(page: Page, served: Served, family: Family) -> None:
    """A second answer beside the first: the validation of the visa is no longer hidden from the family."""
    page.get_by_role("button", name=family.abroad).click()
    expect(page).to_have_url(f"{served.url(STEPS, family.lang)}?lieu=dax&pour=famille,etranger")
    expect(page.locator(".for > span").first).to_contain_text(family.both)
    assert hidden(page) == OF_OTHERS - FROM_ABROAD


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_a_family_prepares_its_arrival_on_a_telephone(
    visit: Visit, served: Served, tmp_path: Path, family: Family
) -> None:
    page = telephone(visit, f"{served.url(GUIDE, family.lang)}?pour=famille")
    expect(page.locator(".filter [aria-pressed=true]")).to_have_text(family.filtered)
    expect(page.locator("#school-enrolment")).to_be_visible()
    expect(page.locator("#student-life")).to_be_hidden()

    page.get_by_role("link", name=family.steps, exact=True).click()
    expect(page).to_have_url(f"{served.url(STEPS, family.lang)}?lieu=dax&pour=famille")
    expect(page.locator(".for > span").first).to_contain_text(family.filtered)
    assert hidden(page) == OF_OTHERS
    _come_from_abroad(page, served, family)
    page.locator(".for a").click()
    expect(page).to_have_url(f"{served.url(STEPS, family.lang)}?lieu=dax")
    assert page.evaluate("localStorage.length") == 0
    for step in DONE:
        page.locator(f"#{step} label").click()
    arrive(page, family)
    assert ticked(page) == list(DONE)
    page.reload()
    assert ticked(page) == list(DONE)
    expect(page.locator("#arrival")).to_have_value(ARRIVAL.isoformat())
    assert said(page, family.dates) == family.dates

    assert printed(page, family) == {page.locator(f"#{step} label").inner_text() for step in DONE}

    with page.expect_download() as download:
        page.get_by_role("button", name=family.remind).click()
    reminded(download.value, tmp_path, page, family)

    page.get_by_role("button", name=family.erase).click()
    expect(page.locator("form.arrival [role=status]")).to_have_text(family.erased)
    page.reload()
    assert ticked(page) == []
    expect(page.locator("#arrival")).to_have_value("")
    expect(page.locator(".step time")).to_have_count(0)
    assert page.evaluate("localStorage.length") == 0


def arrive(page: Page, family: Family) -> None:
    page.locator("#arrival").fill(ARRIVAL.isoformat())
    page.locator("#arrival").dispatch_event("change")
    expect(page.locator("form.arrival [role=status]")).to_have_text(family.kept)
    assert said(page, family.dates) == family.dates


def said(page: Page, steps: dict[str, str]) -> dict[str, str]:
    return {step: page.locator(f"#{step} time").inner_text() for step in steps}


def ticked(page: Page) -> list[str]:
    """The steps whose box is ticked; beside each stands what the tick says, and beside no other."""
    steps = page.locator(".step:has(input:checked)")
    assert page.locator(".step .done:visible").count() == steps.count()
    return [str(step.get_attribute("id")) for step in steps.all()]


def printed(page: Page, family: Family) -> set[str]:
    """The titles beside which the paper says that it is done. It holds every step, its date, and no claim of more."""
    paper = "\n".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages)
    assert FILED.search(paper) is None
    assert FILED.search(f"{family.done} Dossier déposé. Form filed.")
    titles = page.locator(".step label").all_inner_texts()
    assert len(titles) == len(DAYS) + len(DONE)
    assert paper.count(family.done) == len(DONE)
    found, title = set(), ""
    for line in paper.splitlines():
        title = line if line in titles else title
        if line == family.done:
            found.add(title)
    assert [title for title in titles if title not in paper] == []
    assert [text for text in family.dates.values() if text not in paper] == []
    return found


def reminded(download: Download, folder: Path, page: Page, family: Family) -> None:
    """The reminders hold each step that is not done, as a calendar reads them (RFC 5545)."""
    assert download.suggested_filename == family.file
    file = folder / download.suggested_filename
    download.save_as(file)
    events = {str(event["UID"]).partition("@")[0]: event for event in Calendar.from_ical(file.read_bytes()).events}
    days = {step: (event.start - ARRIVAL).days for step, event in events.items()}
    assert days == DAYS
    titles = {step: str(events[step]["SUMMARY"]) for step in family.titles}
    assert titles == family.titles
    for step, event in events.items():
        assert summary(event) == (
            page.locator(f"#{step} label").inner_text(),
            page.locator(f"#{step} .what").inner_text(),
            f"{page.url}#{step}",
            [("DISPLAY", timedelta(hours=-15))],
        )


def summary(event: Event) -> tuple[str, str, str, list[tuple[str, object]]]:
    alarms = [(str(alarm["ACTION"]), alarm.TRIGGER) for alarm in event.subcomponents if isinstance(alarm, Alarm)]
    return str(event["SUMMARY"]), str(event["DESCRIPTION"]), str(event["URL"]), alarms
