"""What a command loads before it has something to do: nothing but the standard library and the core's own lightest."""

import json
import subprocess
import sys

import pytest

STAGES = ("load", "validate", "resolve", "check", "plan", "pictures", "render", "paper", "outputs", "model", "prose")
LOADED = """
import contextlib, io, json, sys
before = set(sys.modules)  # what the interpreter's own start loads, such as finders of editable packages
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    exec(sys.argv[1])
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def loaded(code: str) -> list[str]:
    """The modules that ``code`` loads in a process of its own."""
    command = [sys.executable, "-c", LOADED, code]
    answer: list[str] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return answer


@pytest.mark.parametrize(
    "code",
    [
        'from site_builder.cli import main; main(["--help"])',
        'from site_builder.cli import main; main(["--version"])',
        'from site_builder.cli import main; main(["build", "--help"])',
        "import site_builder.cli.build, site_builder.cli.serve, site_builder.cli.progress",
    ],
    ids=["help", "version", "build --help", "build and serve, before they begin"],
)
def test_no_library_and_no_stage_is_loaded_before_it_is_needed(code: str) -> None:
    modules = loaded(code)
    assert "site_builder.cli" in modules
    assert {name.partition(".")[0] for name in modules} - sys.stdlib_module_names == {"site_builder"}
    assert [name for name in modules if name.startswith(tuple(f"site_builder.{stage}" for stage in STAGES))] == []


def test_checking_loads_nothing_that_makes_a_site() -> None:
    modules = loaded("import site_builder.cli.check")
    assert [name for name in modules if name.partition(".")[0] in {"segno", "typst"}] == []
    making = tuple(f"site_builder.{stage}." for stage in ("render", "paper", "pictures", "outputs"))
    assert [name for name in modules if name.startswith(making)] == []
