"""Where the form saves, how people sign in, and whom its page may contact."""

from typing import Any

import pytest

from site_builder.model.form import FormEditing
from site_builder.outputs.admin.forge import backend, host_name, policy, publish_mode

OWN = {"repository": "pays/portail", "server": "https://git.example.org/"}


def editing(**written: Any) -> FormEditing:
    return FormEditing.model_validate({"repository": "pays/portail", **written})


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({}, {"name": "github", "auth_methods": ["token"]}),
        (
            {"sign_in": "https://sign-in.example.org"},
            {"name": "github", "auth_methods": ["oauth", "token"], "base_url": "https://sign-in.example.org"},
        ),
        (OWN, {"name": "github", "auth_methods": ["token"], "api_root": "https://git.example.org/api/v3"}),
        ({"backend": "gitlab"}, {"name": "gitlab", "auth_methods": ["token"]}),
        (
            {"backend": "gitlab", "application": "abc"},
            {"name": "gitlab", "auth_methods": ["oauth", "token"], "app_id": "abc", "auth_type": "pkce"},
        ),
        (
            {"backend": "gitea", "application": "abc", **OWN},
            {
                "name": "gitea",
                "auth_methods": ["oauth", "token"],
                "app_id": "abc",
                "api_root": "https://git.example.org/api/v1",
                "base_url": "https://git.example.org",
            },
        ),
    ],
)
def test_the_backend(written: dict[str, str], expected: dict[str, Any]) -> None:
    """Nobody signs in through a service that the portal has not named."""
    assert backend(editing(**written)) == {"repo": "pays/portail", "branch": "main", **expected}


@pytest.mark.parametrize(
    ("written", "mode"),
    [
        ({}, "editorial_workflow"),
        ({"backend": "gitlab"}, "editorial_workflow"),
        ({"reviewed": False}, "simple"),
        ({"backend": "gitea"}, "simple"),
    ],
)
def test_what_is_saved_is_proposed_first_where_that_can_be(written: dict[str, Any], mode: str) -> None:
    assert publish_mode(editing(**written)) == mode


@pytest.mark.parametrize(
    ("written", "asked", "pictures"),
    [
        (
            {},
            "https://api.github.com",
            "https://github.com https://api.github.com https://avatars.githubusercontent.com",
        ),
        (OWN, "https://git.example.org", "https://git.example.org"),
        ({"backend": "gitlab"}, "https://gitlab.com", "https://gitlab.com"),
        ({"backend": "gitea"}, "https://gitea.com", "https://gitea.com"),
    ],
)
def test_the_policy_names_the_forge_and_nobody_else(written: dict[str, str], asked: str, pictures: str) -> None:
    said = dict(each.split(" ", 1) for each in policy(editing(**written)).split(";"))
    assert said["connect-src"] == f"'self' blob: data: {asked}"
    assert said["img-src"] == f"'self' blob: data: {pictures}"
    assert said["script-src"] == said["default-src"] == "'self'"
    outside = {name for name, sources in said.items() if "https:" in sources}
    assert outside == {"connect-src", "img-src"}


def test_the_host_is_named_as_people_know_it() -> None:
    assert [host_name(editing()), host_name(editing(backend="gitlab")), host_name(editing(**OWN))] == [
        "GitHub",
        "GitLab",
        "git.example.org",
    ]
