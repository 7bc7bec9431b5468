"""Where a living person's profile was: told by its kind, its opaque id and its languages alone."""

from collections.abc import Callable
from datetime import date

import pytest

from site_builder.resolve.leaving import FormerProfile
from tests.conftest import PortalFolder

CONSENT = "consent: {scope: [site], granted_on: 2025-01-01, expires_on: 2027-01-01, reference: dossier, minor: false}"
LEFT = FormerProfile(kind="ambassador", id="p-0a1b2c3d", languages=("fr", "en"))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (CONSENT, ()),
        (CONSENT.replace("2027-01-01", "2026-11-21"), ()),
        (CONSENT.replace("2027-01-01", "2026-11-20"), (LEFT,)),
        (CONSENT.replace("dossier", "dossier, withdrawn_on: 2026-11-21"), (LEFT,)),
        (CONSENT.replace("[site]", "[print]"), (LEFT,)),
        (f"{CONSENT}\nexpires_on: 2026-11-20", (LEFT,)),
        (f"{CONSENT}\nstatus: archived", (LEFT,)),
        ("status: archived", (LEFT,)),
        # what never had a page
        (f"{CONSENT}\nstatus: draft", ()),
        (f"{CONSENT}\npublish_on: 2026-11-22", ()),
        (CONSENT.replace("minor: false", "minor: true"), ()),
        (CONSENT.replace("2025-01-01", "2026-11-22"), ()),
        # the dead have no consent to end
        ("died: {year: 1920}\nstatus: archived", ()),
        ("died: {year: 1920}\nexpires_on: 2026-11-20", ()),
        # an address that tells who it was is not kept
        (
            f"{CONSENT}\nstatus: archived\nslug: jeanne",
            (FormerProfile(kind="ambassador", id="p-0a1b2c3d", languages=("en",)),),
        ),
    ],
)
def test_whose_former_address_says_that_they_have_left(
    lines: str, expected: tuple[FormerProfile, ...], portal: Callable[..., PortalFolder]
) -> None:
    front = "\n".join(f"    {line}" for line in f"id: p-0a1b2c3d\ntitle: Jeanne\ntheme: sport\n{lines}".splitlines())
    translation = "content/ambassadors/j.en.md\n    ---\n    title: Jeanne\n    ---\n    Jeanne, in English.\n"
    tree = f"content/ambassadors/j.md\n    ---\n{front}\n    ---\n    Jeanne.\n{translation}"
    planned = portal(tree).check(date(2026, 11, 21)).planned
    assert planned is not None
    assert planned.portal.former_profiles == expected
    gone = {page.path for page in planned.site if page.kind == "gone"}
    assert gone == {
        f"{folder}p-0a1b2c3d/"
        for lang, folder in (("fr", "ambassadeurs/"), ("en", "en/ambassadors/"))
        if any(lang in each.languages for each in expected)
    }


def test_an_archived_profile_whose_id_names_somebody_leaves_nothing(portal: Callable[..., PortalFolder]) -> None:
    front = "    id: jeanne\n    title: Jeanne\n    theme: sport\n    status: archived\n"
    planned = portal(f"content/ambassadors/j.md\n    ---\n{front}    ---\n").check().planned
    assert planned is not None
    assert planned.portal.former_profiles == ()
