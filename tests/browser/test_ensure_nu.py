"""scripts/ensure_nu.sh, with a Java and an npm of our own: what it takes, checks, keeps and says."""

import hashlib
import io
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from tests.browser.demonstration import ROOT

COMMANDS = ("bash", "cut", "dirname", "mkdir", "mktemp", "mv", "rm", "sha512sum", "tar", "gzip", "cp", "env")
VERSION = "1.2.3"
ARCHIVE = f"vnu-jar-{VERSION}.tgz"
CLOSING = "HTML IS NOT VALIDATED.\n"


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """A copy of the script that wants the archive of this test, in a folder with a bin/ of its own."""
    archive = tmp_path / ARCHIVE
    with tarfile.open(archive, "w:gz") as tar:
        entry = tarfile.TarInfo("package/build/dist/vnu.jar")
        entry.size = 3
        tar.addfile(entry, io.BytesIO(b"jar"))
    text = (ROOT / "scripts/ensure_nu.sh").read_text(encoding="utf-8")
    text = re.sub(r"^version=.*$", f"version={VERSION}", text, flags=re.MULTILINE)
    checksum = hashlib.sha512(archive.read_bytes()).hexdigest()
    text = re.sub(r"^sha512=.*$", f"sha512={checksum}", text, flags=re.MULTILINE)
    path = tmp_path / "portal/scripts/ensure_nu.sh"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    (tmp_path / "bin").mkdir()
    for name in COMMANDS:
        command = shutil.which(name)
        assert command, name
        (tmp_path / "bin" / name).symlink_to(command)
    return path


def install(script: Path, name: str, body: str) -> None:
    """A command of our own in bin/."""
    path = script.parents[2] / "bin" / name
    path.write_text(f"#!/usr/bin/env bash\n{body}\n", encoding="utf-8")
    path.chmod(0o755)


def run(script: Path, ci: str = "") -> tuple[int, str, str]:
    commands = str(script.parents[2] / "bin")
    result = subprocess.run(
        [f"{commands}/bash", script], check=False, capture_output=True, text=True, env={"PATH": commands, "CI": ci}
    )
    return result.returncode, result.stdout, result.stderr


def test_it_is_taken_once(script: Path) -> None:
    install(script, "java", "exit 0")
    install(script, "npm", f'[ "$*" = "pack --silent vnu-jar@{VERSION}" ] && cp "{script.parents[2] / ARCHIVE}" .')
    jar = script.parents[1] / f".cache/vnu-{VERSION}.jar"
    assert run(script) == (0, f"{jar}\n", f"Nu validator: taking version {VERSION} from npm\n")
    assert jar.read_bytes() == b"jar"
    assert [file.name for file in jar.parent.iterdir()] == [jar.name]
    install(script, "npm", "exit 1")
    assert run(script) == (0, f"{jar}\n", "")


def test_another_archive_is_refused(script: Path) -> None:
    install(script, "java", "exit 0")
    install(script, "npm", f"echo other > {ARCHIVE}")
    code, output, said = run(script, ci="true")
    assert (code, output) == (1, "")
    assert f"the archive of version {VERSION} is not the one that was reviewed\n" in said
    assert said.endswith(CLOSING)
    assert list((script.parents[1] / ".cache").iterdir()) == []


@pytest.mark.parametrize(("ci", "code", "output"), [("true", 1, ""), ("", 0, "\n")])
@pytest.mark.parametrize(("java", "why"), [("exit 1", "Java is missing."), ("exit 0", "npm is missing.")])
def test_what_is_missing_fails_in_ci_and_is_said_elsewhere(
    script: Path, java: str, why: str, ci: str, code: int, output: str
) -> None:
    install(script, "java", java)
    assert run(script, ci) == (code, output, f"Nu validator: {why} {CLOSING}")


def test_without_network_it_says_so(script: Path) -> None:
    install(script, "java", "exit 0")
    install(script, "npm", "exit 1")
    code, output, said = run(script)
    assert (code, output) == (0, "\n")
    assert said.endswith(f"Nu validator: version {VERSION} could not be had from npm. {CLOSING}")
