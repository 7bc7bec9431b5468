"""Which pages of the cut demonstration the browser tests look at: one of every kind, and what is special in some."""

from dataclasses import dataclass

import pytest

from site_builder.plan.pages import PagePlan, SitePlan

BASE = "/repository/"
SITE_URL = f"https://portail.example{BASE}"

# Key of the plan: why it is looked at.
KEYS = {
    "home": "home page",
    "places": "list of places",
    "guide:40088": "guide with everything",
    "guide:24540": "town hall of which nothing is known",
    "guide:64123": "hours that are not understood",
    "guide:24499": "homonym",
    "guide:244000675": "group of communes",
    "guide:40": "département",
    "guide:75": "region",
    "asset-list": "assets",
    "ambassador-list": "ambassadors",
    "trail-list": "trails",
    "guideline-list": "Carnet",
    "asset-list:health": "one angle of the assets",
    "ambassador-list:sport": "theme without anybody",
    "asset:dax-spa": "asset",
    "ambassador:jean-monnet": "ambassador",
    "trail:cognac-to-limoges": "trail",
    "guideline:speaking-the-place": "guideline",
    "guideline:example-station-poster": "guideline without translation",
    "page:legal": "free page",
    "page:partners": "second door",
    "portrait:75": "portrait of the region",
    "portrait:244000675": "portrait of a group of communes",
    "journey:244000675": "steps of an arrival",
    "workplaces": "where one works",
    "workplace:40088": "places around a town",
    "partner-work:244000675": "work for the partner",
    "audience:family": "the guide for one audience",
    "easy": "guide in easy words",
    "children": "children’s edition",
    "search": "the search",
    "glossary": "terms explained",
    "wording": "words to say and to avoid",
    "house-list": "welcome houses",
    "relay-list": "relays",
    "perk-list": "perks",
    "event-list": "dates",
    "testimonial-list": "testimonials",
    "house:valley-house": "welcome house",
    "relay:school-ties": "relay",
    "perk:welcome-basket": "perk that ends soon",
    "event:winter-welcome": "date to come",
    "event:mountain-walk": "date that is cancelled",
    "criteria": "criteria of accessibility",
    "proofs": "what the portal claims, and its proofs",
    "news": "what is new, and feeds",
    "open-data": "what may be reused, as files",
    "link-to-us": "how to link to the portal",
    "kit:asset:dax-spa": "kit of an asset",
    "kit:guide:244000675": "kit of a territory",
    "overrides": "coordinator’s view",
    "translations": "translators’ view",
    "offline": "without network",
    "gone:p-44444444": "where a profile was",
    "not-found": "404",
}

LIKE_OTHERS = {
    *("guide:24540", "guide:64123", "guide:24499", "guide:40", "asset-list:health", "portrait:244000675"),
    "kit:guide:244000675",
    *("guideline:example-station-poster", "event:winter-welcome", "page:legal"),
}
"""Of a kind of which another page is looked at: what differs is no layout."""

EITHER = ["fr", pytest.param("en", marks=pytest.mark.long)]
"""The languages, where the other one says the same in other words."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page and its address on the server."""

    key: str
    kind: str
    lang: str
    path: str

    def __str__(self) -> str:
        return f"{self.key} {self.lang}"


def shown_pages(site: SitePlan) -> list[Shown]:
    """The pages of ``KEYS`` in every language that they have."""
    return [shown(page) for key in KEYS for page in site.versions(key)]


def shown(page: PagePlan) -> Shown:
    return Shown(page.key, page.kind, page.lang, f"{BASE}{page.path}")
