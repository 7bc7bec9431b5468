"""Alerts: what is wrong with one is told at its line; who sees it, from when, until when."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import NO_PAGES, PORTAL_YML, PortalFolder

Make = Callable[..., PortalFolder]
FRENCH = "data/portal.yml\n" + "".join(
    f"    {line}\n" for line in PORTAL_YML.replace("  - {code: en, name: English}\n", "").splitlines()
)


def alert(
    name: str = "crue",
    *,
    starts: str = "2026-11-20T08:00",
    ends: str = "2026-11-23T20:00",
    more: str = "territory: bourg",
) -> str:
    return f"""\
      - id: {name}
        kind: flood
        title: L’eau monte
        text: Montez à l’étage.
        starts: {starts}
        ends: {ends}
        source: {{name: Préfecture, url: "https://pref.example/"}}
        {more}
"""


def tree(*alerts: str) -> str:
    return f"{FRENCH}data/alerts.yml\n    alerts:\n{''.join(alerts)}"


@pytest.mark.parametrize(
    ("written", "today", "told"),
    [
        (alert(), date(2026, 11, 21), []),
        (alert(), date(2026, 11, 23), []),
        (alert(), date(2026, 11, 24), ["data/alerts.yml:7:11 [alert-over]"]),
        (alert(starts="2026-11-20", ends="2027-01-19"), date(2026, 11, 21), []),
        (alert(starts="2026-11-20", ends="2027-01-20"), date(2026, 11, 21), ["data/alerts.yml:7:11 [alert-long]"]),
        (alert(ends="2026-11-20T07:59"), date(2026, 11, 21), ["data/alerts.yml:7:11 [ends-early]"]),
        (alert(ends="2026-11-21"), date(2026, 11, 21), ["data/alerts.yml:7:11 [ends-otherwise]"]),
        (alert(more="territory: bourgg"), date(2026, 11, 21), ["data/alerts.yml:9:16 [unknown-territory]"]),
        (alert() + alert(), date(2026, 11, 21), ["data/alerts.yml:10:9 [duplicate-record]"]),
        (alert(more="until: demain"), date(2026, 11, 21), ["data/alerts.yml:9:5 [unexpected-field]"]),
    ],
)
def test_what_is_told(portal: Make, written: str, today: date, told: list[str]) -> None:
    lines = portal(tree(written)).lines(today=today)
    assert [re.sub(r"^(\S+ \[[^]]+\]).*", r"\1", line) for line in lines] == told


def test_a_new_end_is_proposed_to_what_is_over(portal: Make) -> None:
    assert portal(tree(alert())).lines("fr", date(2026, 11, 24)) == [
        (
            "data/alerts.yml:7:11 [alert-over] Cette alerte a pris fin le 23 novembre 2026\u00a0: "
            "aucune page ne la montre plus. → Supprimez-la de la liste\u00a0; "
            "si le danger dure, écrivez sa nouvelle fin."
        )
    ]


@pytest.mark.parametrize(
    ("starts", "ends", "lang", "said"),
    [
        ("2026-11-20T08:00", "2026-11-23T20:00", "fr", "Jusqu’au 23 novembre 2026 à 20 h."),
        ("2026-11-20T08:00", "2026-11-23T20:30", "en", "Until 23 November 2026 at 8:30pm."),
        ("2026-11-20", "2026-12-01", "fr", "Jusqu’au 1er décembre 2026 inclus."),
        ("2026-11-20", "2026-12-01", "en", "Until the end of 1 December 2026."),
        (
            "2026-11-21T08:00",
            "2026-11-23T20:00",
            "fr",
            "Du samedi 21 novembre 2026 à 8 h au lundi 23 novembre 2026 à 20 h.",
        ),
        ("2026-11-22", "2026-11-22", "fr", "Dimanche 22 novembre 2026."),
    ],
)
def test_until_when_is_said_in_words(portal: Make, starts: str, ends: str, lang: str, said: str) -> None:
    folder = portal(f"data/alerts.yml\n    alerts:\n{alert(starts=starts, ends=ends)}")
    folder.build()
    html = folder.html("bienvenue/le-bourg/" if lang == "fr" else "en/welcome/le-bourg/")
    shown = LexborHTMLParser(html).css(".alerts .small")[0].text().replace("\u00a0", " ")
    assert shown.startswith(f"{said} ")


def test_it_stands_on_the_pages_of_its_territory_and_below_it_alone(portal: Make) -> None:
    folder = portal(tree(alert(), alert("pays", more="territory: pays"), alert("past", ends="2026-11-20T09:00")))
    folder.build()
    shown = {
        page: re.findall(r'data-starts="?([^" >]+)"? data-ends="?([^" >]+)', folder.html(page))
        for page in ("bienvenue/le-bourg/", "bienvenue/hameau/", "bienvenue/petit-pays/", "bienvenue/", "404.html", "")
    }
    hours = ("2026-11-20T08:00:00+01:00", "2026-11-23T20:00:00+01:00")
    assert shown == {
        "bienvenue/le-bourg/": [hours, hours],
        "bienvenue/hameau/": [hours],
        "bienvenue/petit-pays/": [hours],
        "bienvenue/": [],
        "404.html": [],
        "": [],
    }
    page = LexborHTMLParser(folder.html("bienvenue/hameau/"))
    (banner,) = page.css("section.alerts")
    assert banner.attributes == {"class": "alerts", "aria-label": "Alertes"}
    assert not page.css_matches(".alerts [hidden]")  # without script everything is read
    assert banner.css("a[href='https://pref.example/']")[0].text().replace("\u00a0", " ") == "D’après : Préfecture."
    (script,) = page.css("head > script[src*='dated']")
    assert script.attributes.keys() == {"src"}  # neither a module nor deferred: before anything is drawn
    assert re.fullmatch(r"/assets/dated\.[0-9a-f]{10}\.js", script.attributes["src"] or "")
    assert "assets/dated." not in folder.html("bienvenue/")


def test_one_for_everybody_stands_on_every_page_of_the_portal(portal: Make) -> None:
    folder = portal(tree(alert(more="")))
    built = folder.build()
    pages = {path for path in built.written.manifest if path.endswith(".html") and not path.startswith(NO_PAGES)}
    without = {page for page in pages if not LexborHTMLParser(folder.html(page)).css_matches("section.alerts")}
    assert without == {"404.html", "sans-reseau/index.html"}


def test_where_there_is_none_a_page_has_not_one_byte_of_it(portal: Make) -> None:
    folder = portal(tree())
    folder.build()
    without = folder.html("bienvenue/hameau/")
    (folder.root / "data/alerts.yml").write_text(
        "alerts:\n" + alert().replace("\n    ", "\n").removeprefix("    "), encoding="utf-8"
    )
    folder.build()
    assert folder.html("bienvenue/hameau/") == without
    assert folder.html("bienvenue/le-bourg/").count("alerts") == 1
