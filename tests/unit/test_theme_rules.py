"""What the theme's style and scripts never do, so that nobody has to check it page by page (data/rgaa.yml says so)."""

import re
from pathlib import Path

import pytest

THEME = Path("theme/assets")
NEVER_IN_STYLE = {
    "what goes on moving": r"animation[^;}]*(?:infinite|(?<![.0-9])[1-9][0-9.]*s\b)|animation-iteration-count",
    "screens that have to be turned": r"\(orientation:",
    "a typeface that moves what is read": r"font-display:(?!\s*optional)",
    "a dark scheme that is more than colours": r"prefers-color-scheme",
    "physical sides": r"(?<![-\w])(margin|padding|border)-(left|right|top|bottom)\b",
}
NEVER_IN_SCRIPTS = {
    "windows": r"\bwindow\.open\b|\bopen\([\"'`]|_blank",
    "motion sensors": r"devicemotion|deviceorientation|DeviceMotion",
    "gestures": r"touchstart|touchmove|gesturestart|pointermove",
    "keys of their own": r"accesskey|accessKey",
    "keys by number": r"\bkeyCode\b|\bcharCode\b",
    "shortcuts of one key": r"\bkey === [\"'][\w/?]([\"'])",
    "time limits": r"\bsetInterval\b|location\.reload",
    "cookies": r"document\.cookie",
}


def found(files: list[Path], pattern: str) -> list[str]:
    return [f"{file}: {match[0]}" for file in files for match in re.finditer(pattern, file.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("what", NEVER_IN_STYLE)
def test_the_style_never_has(what: str) -> None:
    files = sorted(THEME.glob("css/*.css"))
    assert len(files) > 20
    assert found(files, NEVER_IN_STYLE[what]) == []


@pytest.mark.parametrize("what", NEVER_IN_SCRIPTS)
def test_scripts_never_have(what: str) -> None:
    files = sorted(THEME.glob("js/**/*.js"))
    assert len(files) > 8
    assert found(files, NEVER_IN_SCRIPTS[what]) == []


LONGEST = 150
"""Signs of a line of a script: nobody reads further."""


def test_no_line_of_a_script_is_longer_than_a_screen() -> None:
    files = sorted(THEME.glob("js/**/*.js"))
    long = [
        f"{file}:{number}"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > LONGEST
    ]
    assert len(files) > 8
    assert long == []


PLANTED = {
    "a { animation: turn 2s }": (NEVER_IN_STYLE, "what goes on moving"),
    "a { animation: turn .1s infinite }": (NEVER_IN_STYLE, "what goes on moving"),
    "@media (orientation: portrait) {}": (NEVER_IN_STYLE, "screens that have to be turned"),
    "@font-face { font-display: swap }": (NEVER_IN_STYLE, "a typeface that moves what is read"),
    "@media (prefers-color-scheme: dark) {}": (NEVER_IN_STYLE, "a dark scheme that is more than colours"),
    "a { margin-left: 1px }": (NEVER_IN_STYLE, "physical sides"),
    "window.open(url)": (NEVER_IN_SCRIPTS, "windows"),
    "addEventListener('devicemotion', f)": (NEVER_IN_SCRIPTS, "motion sensors"),
    "addEventListener('touchmove', f)": (NEVER_IN_SCRIPTS, "gestures"),
    "it.accessKey = 'a'": (NEVER_IN_SCRIPTS, "keys of their own"),
    "event.keyCode": (NEVER_IN_SCRIPTS, "keys by number"),
    "if (event.key === '/') find()": (NEVER_IN_SCRIPTS, "shortcuts of one key"),
    "setInterval(f, 1)": (NEVER_IN_SCRIPTS, "time limits"),
    "document.cookie = 'a'": (NEVER_IN_SCRIPTS, "cookies"),
}


@pytest.mark.parametrize("text", PLANTED)
def test_it_would_be_noticed(text: str, tmp_path: Path) -> None:
    rules, what = PLANTED[text]
    file = tmp_path / "planted"
    file.write_text(text, encoding="utf-8")
    assert [name for name, pattern in rules.items() if found([file], pattern)] == [what]
