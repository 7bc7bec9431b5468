"""The workflows: valid, pinned, with no more rights than they need; and the scripts they call."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
TOOLS = Path(sys.executable).parent
RISKY = """\
on: pull_request_target
jobs:
  all:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v7
      - run: echo "${{ github.event.pull_request.title }}"
"""


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / ".github/workflows" / name).read_text(encoding="utf-8"))


def run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environment},
    )


def test_zizmor_finds_nothing() -> None:
    result = run(TOOLS / "zizmor", "--offline", "--color=never", "--persona=pedantic", ".github")
    assert (result.returncode, result.stdout) == (0, "No findings to report. Good job!\n")


def test_zizmor_would_find_something(tmp_path: Path) -> None:
    path = tmp_path / ".github/workflows/risky.yml"
    path.parent.mkdir(parents=True)
    path.write_text(RISKY, encoding="utf-8")
    result = run(TOOLS / "zizmor", "--offline", "--color=never", path)
    found = set(re.findall(r"^(?:error|warning|help|info)\[([a-z-]+)\]", result.stdout, re.MULTILINE))
    assert found >= {"dangerous-triggers", "template-injection", "unpinned-uses", "artipacked"}


@pytest.mark.parametrize(
    ("schema", "path"),
    [("vendor.github-workflows", path) for path in WORKFLOWS]
    + [("vendor.dependabot", ROOT / ".github/dependabot.yml")],
    ids=lambda value: value.name if isinstance(value, Path) else value,
)
def test_schema_holds(schema: str, path: Path) -> None:
    result = run(TOOLS / "check-jsonschema", "--builtin-schema", schema, path)
    assert (result.returncode, result.stdout) == (0, "ok -- validation done\n")


def test_schema_would_fail(tmp_path: Path) -> None:
    path = tmp_path / "wrong.yml"
    path.write_text(RISKY.replace("runs-on", "run-on"), encoding="utf-8")
    assert run(TOOLS / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", path).returncode == 1


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit_with_their_release(path: Path) -> None:
    used = re.findall(r"uses: *(.+)", path.read_text(encoding="utf-8"))
    assert used != []
    assert [line for line in used if not re.fullmatch(r"actions/[a-z/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_one_action_has_one_commit() -> None:
    used = {line for path in WORKFLOWS for line in re.findall(r"uses: *(.+)", path.read_text(encoding="utf-8"))}
    assert sorted(line.split("@")[0] for line in used) == [
        "actions/cache/restore",
        "actions/cache/save",
        "actions/checkout",
        "actions/deploy-pages",
        "actions/download-artifact",
        "actions/setup-python",
        "actions/upload-artifact",
        "actions/upload-pages-artifact",
    ]
    assert len({line.split("@")[1] for line in used if line.startswith("actions/cache/")}) == 1


CACHED = "actions/cache/"


def test_what_is_kept_between_runs_is_found_by_all_of_them() -> None:
    """A cache is found by its paths as well: all of what takes long to make, written alike wherever it is kept."""
    files = (*WORKFLOWS, *(ROOT / "starter/.github/workflows").glob("*.yml"))
    jobs = (job for file in files for job in yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"].values())
    steps = (step for job in jobs for step in job["steps"])
    kept = {step["with"]["path"] for step in steps if step.get("uses", "").startswith(CACHED)}
    assert [paths.split() for paths in kept] == [
        [f".portail/{name}" for name in ("cards", "kits", "paper", "pictures")]
    ]


def test_only_the_deployment_may_publish() -> None:
    rights = {
        (name, job): content["permissions"]
        for name in (path.name for path in WORKFLOWS)
        for job, content in read(name)["jobs"].items()
    }
    assert rights == {
        ("ci.yml", "check"): {"contents": "read"},
        ("ci.yml", "content"): {"contents": "read"},
        ("ci.yml", "thorough"): {"contents": "read"},
        ("pages.yml", "build"): {"contents": "read"},
        ("pages.yml", "deploy"): {"pages": "write", "id-token": "write"},
        ("pages.yml", "mistakes"): {},
        ("pages.yml", "ledger"): {"contents": "write", "pull-requests": "write"},
        ("sharded.yml", "part"): {"contents": "read"},
        ("sharded.yml", "merge"): {"contents": "read"},
        ("sharded.yml", "deploy"): {"pages": "write", "id-token": "write"},
        ("sharded.yml", "mistakes"): {},
        ("sharded.yml", "ledger"): {"contents": "write", "pull-requests": "write"},
        ("weekly.yml", "look"): {"actions": "read", "contents": "read"},
        ("weekly.yml", "issues"): {"issues": "write"},
    }
    assert {path.name: read(path.name)["permissions"] for path in WORKFLOWS} == {
        "ci.yml": {},
        "pages.yml": {},
        "sharded.yml": {},
        "weekly.yml": {},
    }


@pytest.mark.parametrize(("name", "after"), [("pages.yml", "build"), ("sharded.yml", "merge")])
def test_deployment_runs_nothing_of_the_repository_and_is_never_cut(name: str, after: str) -> None:
    """Nothing is checked out or downloaded there: what it runs is written in the workflow."""
    pages = read(name)
    assert pages["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    deploy = pages["jobs"]["deploy"]
    assert deploy["needs"] == after
    assert [step["uses"].split("@")[0] for step in deploy["steps"] if "uses" in step] == ["actions/deploy-pages"]
    ran = {step["name"]: step["run"] for step in deploy["steps"] if "run" in step}
    assert list(ran) == ["When it begins", "How long it took"]
    assert "/" not in "".join(ran.values())


def workflow(path: str) -> Any:
    """As written, but for where `portail` is: the repository has it in a folder of its own, a portal on the PATH."""
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8").replace(".venv/bin/", ""))


def differing(one: Any, other: Any, at: str = "") -> Iterator[str]:
    """Where two workflows say something else; steps go by their names."""
    one, other = (_by_name(each) if isinstance(each, list) else each for each in (one, other))
    if not (isinstance(one, dict) and isinstance(other, dict)):
        if one != other:
            yield at
        return
    if [key for key in one if key in other] != [key for key in other if key in one]:
        yield f"{at}: order"
    for key in {**one, **other}:
        yield from differing(one.get(key), other.get(key), f"{at}.{key}".removeprefix("."))


def _by_name(steps: list[Any]) -> Any:
    if not all(isinstance(step, dict) and {"name", "uses", "run"} & step.keys() for step in steps):
        return steps
    return {_name(step): step for step in steps}


def _name(step: Mapping[str, Any]) -> str:
    used = " ".join(filter(None, (step.get("uses"), step.get("with", {}).get("name"))))
    return str(step.get("name") or used or "run")


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ({"jobs": [{"name": "A", "run": "a"}]}, {"jobs": [{"name": "A", "run": "b"}]}, ["jobs.A.run"]),
        ({"steps": [{"run": "a", "name": "A"}, {"uses": "b"}]}, {"steps": [{"uses": "b"}]}, ["steps.A"]),
        ({"steps": [{"uses": "a"}, {"uses": "b"}]}, {"steps": [{"uses": "b"}, {"uses": "a"}]}, ["steps: order"]),
        ({"on": {"schedule": [{"cron": "1"}]}}, {"on": {"schedule": [{"cron": "2"}]}}, ["on.schedule"]),
    ],
)
def test_what_differs_is_found(ours: Any, theirs: Any, expected: list[str]) -> None:
    assert [*differing(ours, theirs)] == expected


INSTALLED, SAID = "how the engine is installed", "in both languages"
OWN_OF_A_PORTAL = {
    "weekly.yml": {"jobs.look.steps.Install.run": INSTALLED},
    "pages.yml": {
        "name": "that of a portal",
        "concurrency.group": "sharded.yml of the repository deploys to the same place",
        "jobs.build.name": "there are no tests",
        "jobs.build.timeout-minutes": "there are no tests",
        "jobs.build.steps.Still awake.run": SAID,
        "jobs.build.steps.Check.run": INSTALLED,
        "jobs.build.steps.Test": "there are no tests",
        "jobs.build.steps.Build.run": "scripts/pages_url.sh is the repository's",
        "jobs.build.steps.Addresses that are published for the first time.run": INSTALLED,
        "jobs.build.steps.Install": INSTALLED,
        "jobs.deploy.steps.How long it took.run": SAID,
        "jobs.mistakes.steps.run.run": SAID,
        "jobs.ledger.steps.Propose it.env.BODY": SAID,
        "jobs.ledger.steps.Propose it.env.REFUSED": SAID,
        "jobs.ledger.steps.Propose it.env.TITLE": SAID,
    },
}
"""Where the workflow of the starter is not that of the repository, and why."""
OWN_OF_ITS_PROPOSALS = {
    "name": "the only job",
    "steps.Install.run": INSTALLED,
    "steps.Dictionaries.run": INSTALLED,
    "steps.Summary.run": SAID,
}


@pytest.mark.parametrize("name", OWN_OF_A_PORTAL)
def test_a_portal_has_the_workflow_of_the_repository(name: str) -> None:
    """What is mended in one is mended in the other."""
    ours, theirs = (workflow(f"{folder}.github/workflows/{name}") for folder in ("", "starter/"))
    assert [*differing(ours, theirs)] == [*OWN_OF_A_PORTAL[name]]


def test_a_proposal_to_a_portal_is_looked_at_as_one_to_the_repository() -> None:
    ours = workflow(".github/workflows/ci.yml")["jobs"]["content"]
    theirs = workflow("starter/.github/workflows/proposal.yml")["jobs"]["review"]
    assert [*differing(ours, theirs)] == [*OWN_OF_ITS_PROPOSALS]


def test_a_site_in_parts_is_deployed_as_a_whole_one() -> None:
    whole, parts = (workflow(f".github/workflows/{name}.yml")["jobs"]["deploy"] for name in ("pages", "sharded"))
    assert [*differing(whole, parts)] == ["needs"]


def test_a_site_in_parts_says_in_red_what_it_leaves_out() -> None:
    whole, parts = (workflow(f".github/workflows/{name}.yml")["jobs"] for name in ("pages", "sharded"))
    assert [*differing(whole["mistakes"], parts["mistakes"])] == ["if", "needs"]
    assert parts["mistakes"]["if"] == "needs.merge.outputs.checked == 'failure'"
    checks = [
        next(step for step in job["steps"] if step.get("id") == "check") for job in (whole["build"], parts["merge"])
    ]
    assert checks[0] == checks[1]


def test_what_a_site_in_parts_publishes_is_written_down() -> None:
    whole, parts = (workflow(f".github/workflows/{name}.yml")["jobs"] for name in ("pages", "sharded"))
    assert [*differing(whole["ledger"], parts["ledger"])] == ["if", "needs"]
    assert (parts["ledger"]["if"], parts["ledger"]["needs"]) == (
        "needs.merge.outputs.ledger == 'behind'",
        ["merge", "deploy"],
    )
    assert parts["merge"]["outputs"] == whole["build"]["outputs"]
    assert parts["merge"]["steps"][-2:] == whole["build"]["steps"][-2:]


NIGHTLY = {"Still awake": "github.event_name == 'schedule'"}
LEDGER = {
    "Addresses that are published for the first time": "steps.check.outcome == 'success'",
    "actions/upload-artifact": "steps.ledger.outputs.state == 'behind'",
    "ledger": "needs.build.outputs.ledger == 'behind'",
}
DEPLOYING = [".github/workflows/pages.yml", ".github/workflows/sharded.yml", "starter/.github/workflows/pages.yml"]


@pytest.mark.parametrize("path", DEPLOYING)
@pytest.mark.parametrize(("seconds", "is_warned"), [(20, False), (390, False), (391, True), (600, True)])
def test_a_deployment_that_comes_near_the_limit_is_told(
    path: str, seconds: int, is_warned: bool, tmp_path: Path
) -> None:
    jobs = yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))["jobs"]
    begins, _, ends = jobs["deploy"]["steps"]
    output = tmp_path / "output"
    clock = tmp_path / "date"
    clock.write_text('#!/bin/sh\necho "$NOW"\n', encoding="utf-8")
    clock.chmod(0o755)
    path_with_clock = f"{tmp_path}:{os.environ['PATH']}"
    assert (
        run("bash", "-ec", begins["run"], PATH=path_with_clock, NOW="1000", GITHUB_OUTPUT=str(output)).returncode == 0
    )
    began = output.read_text(encoding="utf-8").removeprefix("began=").strip()
    assert ends["env"] == {"BEGAN": "${{ steps.clock.outputs.began }}"}
    said = run("bash", "-ec", ends["run"], PATH=path_with_clock, NOW=str(1000 + seconds), BEGAN=began)
    first, *warnings = said.stdout.splitlines()
    assert (said.returncode, first) == (0, f"Deployed in {seconds} s")
    assert [line.partition("::")[2].partition("::")[0] for line in warnings] == [
        "warning title=GitHub Pages"
    ] * is_warned
    assert all(f" {seconds} s " in line for line in warnings)


@pytest.mark.parametrize("folder", ["", "starter/"])
@pytest.mark.parametrize(("days", "is_warned"), [(0, False), (45, False), (46, True), (59, True), (400, True)])
def test_a_schedule_that_will_be_stopped_is_told_before(
    folder: str, days: int, is_warned: bool, tmp_path: Path
) -> None:
    """GitHub stops it after 60 days without a change; how to wake it is said in both languages of whoever keeps it."""
    workflow = yaml.safe_load((ROOT / f"{folder}.github/workflows/pages.yml").read_text(encoding="utf-8"))
    (step,) = (each for each in workflow["jobs"]["build"]["steps"] if each.get("name") == "Still awake")
    assert step["if"] == "github.event_name == 'schedule'"
    for name, printed in (("date", "$NOW"), ("git", "$LAST")):
        tool = tmp_path / name
        tool.write_text(f'#!/bin/sh\necho "{printed}"\n', encoding="utf-8")
        tool.chmod(0o755)
    summary = tmp_path / "summary"
    clock = {"NOW": str(1_800_000_000 + days * 86_400), "LAST": "1800000000", "GITHUB_STEP_SUMMARY": str(summary)}
    said = run("bash", "-ec", step["run"], PATH=f"{tmp_path}:{os.environ['PATH']}", **clock)
    assert (said.returncode, said.stdout.count("::warning title=")) == (0, int(is_warned))
    told = summary.read_text(encoding="utf-8") if is_warned else ""
    assert said.stdout.partition("::warning ")[2].partition("::")[2] == told
    assert (f" {days} days. " in told, f"Actions, {workflow['name']}, Enable workflow" in told) == (
        is_warned,
        is_warned,
    )
    assert (f" {days} jours. " in told) is (is_warned and folder == "starter/")


def test_parts_are_built_and_merged_as_they_name_each_other() -> None:
    """Started by hand alone; the numbers are those that `portail merge` asks for."""
    workflow = read("sharded.yml")
    assert workflow[True] == {"workflow_dispatch": None}  # YAML 1.1 reads the key `on` as true
    part, merge = workflow["jobs"]["part"], workflow["jobs"]["merge"]
    numbers = part["strategy"]["matrix"]["part"]
    assert numbers == list(range(1, len(numbers) + 1))
    built = {step.get("name") or step["uses"].split("@")[0]: step for step in part["steps"]}
    assert built["Build"]["env"]["PART"] == "${{ matrix.part }}/${{ strategy.job-total }}"
    assert built["Build"]["run"].endswith('.venv/bin/portail build --leave-out --shard "$PART"\n')
    assert built["actions/upload-artifact"]["with"] == {
        "name": "part-${{ matrix.part }}",
        "path": "site-${{ matrix.part }}-of-${{ strategy.job-total }}",
        "include-hidden-files": True,
        "if-no-files-found": "error",
        "retention-days": 1,
    }
    merged = {step.get("name") or step["uses"].split("@")[0]: step for step in merge["steps"]}
    assert merge["needs"] == "part"
    assert merged["actions/download-artifact"]["with"] == {"pattern": "part-*", "path": "parts"}
    assert merged["Merge"]["run"].endswith(".venv/bin/portail merge parts/*\n")
    assert merged["actions/upload-pages-artifact"]["with"] == {"path": "site", "include-hidden-files": True}


@pytest.mark.parametrize("folder", ["", "starter/"])
def test_what_has_ended_leaves_every_day_off_the_hour(folder: str) -> None:
    workflow = yaml.safe_load((ROOT / f"{folder}.github/workflows/pages.yml").read_text(encoding="utf-8"))
    ((schedule,),) = (workflow[True]["schedule"],)  # YAML 1.1 reads the key `on` as true
    minute, hour, *days = schedule["cron"].split()
    assert (0 < int(minute) < 60, 0 <= int(hour) < 24, days) == (True, True, ["*", "*", "*"])


WEEKLY = [".github/workflows/weekly.yml", "starter/.github/workflows/weekly.yml"]
GH = """\
#!/bin/sh
echo "$*" >> "$CALLS"
case "$1 $2" in
  "issue list") printf '%s' "$FOUND" ;;
  "issue view") printf '%s\n' "$BODY" ;;
esac
while [ $# -gt 0 ]; do
  if [ "$1" = --body-file ]; then cat "$2" >> "$CALLS"; fi
  shift
done
"""
LIST = "# Links $(touch /tmp/hostile) `x`\n\nOne.\n\n- two\n"
TITLE = "Links $(touch /tmp/hostile) `x`"


def weekly_jobs(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))["jobs"]


@pytest.mark.parametrize("path", WEEKLY)
@pytest.mark.parametrize(
    ("text", "found", "body", "calls"),
    [
        ("", "", "", []),
        ("", "7 CLOSED", "", []),
        ("", "7 OPEN", "", ["issue close 7"]),
        (
            LIST,
            "",
            "",
            [f"issue create --title {TITLE} --label portail-links --body-file body.md", "One.", "", "- two"],
        ),
        (LIST, "7 OPEN", "One.\n\n- two", ["issue view 7 --json body --jq .body"]),
        (
            LIST,
            "7 OPEN",
            "Former.",
            [
                "issue view 7 --json body --jq .body",
                f"issue edit 7 --title {TITLE} --body-file body.md",
                *("One.", "", "- two"),
                "issue comment 7 --body La liste a changé. / The list has changed.",
            ],
        ),
        (
            LIST,
            "7 CLOSED",
            "Former.",
            [
                "issue reopen 7",
                "issue view 7 --json body --jq .body",
                f"issue edit 7 --title {TITLE} --body-file body.md",
                *("One.", "", "- two"),
            ],
        ),
    ],
    ids=["nothing", "nothing any more", "done", "first", "as before", "changed", "again"],
)
def test_one_issue_is_opened_updated_and_closed(
    path: str, text: str, found: str, body: str, calls: list[str], tmp_path: Path
) -> None:
    """What a list says is never run: only the text of the workflow is."""
    step = weekly_jobs(path)["issues"]["steps"][-1]
    (tmp_path / "weekly").mkdir()
    (tmp_path / "weekly/links.md").write_text(text, encoding="utf-8")
    (tmp_path / "weekly/reviews.md").touch()
    gh, called = tmp_path / "gh", tmp_path / "calls"
    gh.write_text(GH, encoding="utf-8")
    gh.chmod(0o755)
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin", "CALLS": str(called), "FOUND": found, "BODY": body}
    subprocess.run(["bash", "-euo", "pipefail", "-c", step["run"]], env=environment, cwd=tmp_path, check=True)
    said = called.read_text(encoding="utf-8").split("label create portail-reviews")[0].splitlines()
    assert said[0] == "label create portail-links --description Liens à corriger / links to mend --force"
    assert said[1].startswith("issue list --app github-actions --label portail-links --state all --limit 1 ")
    assert said[2:] == calls
    assert not Path("/tmp/hostile").exists()  # noqa: S108 - what the title would make


@pytest.mark.parametrize("path", WEEKLY)
def test_whoever_writes_issues_runs_nothing_of_the_repository(path: str) -> None:
    jobs = weekly_jobs(path)
    assert jobs["issues"]["permissions"] == {"issues": "write"}
    assert jobs["issues"]["needs"] == "look"
    download, keep = jobs["issues"]["steps"]
    assert (download["uses"].split("@")[0], download["with"]) == (
        "actions/download-artifact",
        {"name": "weekly", "path": "weekly"},
    )
    assert "${{" not in keep["run"]
    named = {step.get("name"): step for step in jobs["look"]["steps"]}
    assert [name for name, step in named.items() if "GH_TOKEN" in step.get("env", {})] == [
        "What failed in the former weeks"
    ]
    assert "portail" not in named["What failed in the former weeks"]["run"]


RUNS = {
    "schedule": [("2026-11-16T04:41:00Z", 4), ("2026-11-09T04:41:00Z", 2)],
    "workflow_dispatch": [("2026-11-17T09:00:00Z", 5), ("2026-11-10T09:00:00Z", 3)],
}
"""Of the weekly workflow, by event: when, and their numbers; those with an even number have kept something."""


def executable(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


def former_weeks(path: str, runs: Mapping[str, Sequence[tuple[str, int]] | None], folder: Path) -> Path:
    """Where the history is after the step that looks for it among ``runs``; an event without any list is an error."""
    steps = {step.get("name"): step for step in weekly_jobs(path)["look"]["steps"]}
    listed = "".join(
        f"    *' --event {event} '*) " + ("exit 1" if found is None else f"printf '%s\\n' {_rows(found)}") + " ;;\n"
        for event, found in runs.items()
    )
    everything = " ".join(_rows(found) for found in runs.values() if found)
    executable(
        folder / "gh",
        '#!/bin/sh\necho "$*" >> "$CALLS"\n'
        f'if [ "$2" = list ]; then\n  case " $* " in\n{listed}'
        f"    *' --event '*) ;;\n    *) printf '%s\\n' {everything} ;;\n  esac\n  exit\nfi\n"
        '[ $(($3 % 2)) = 0 ] && echo "kept of $3" > "$7/links.json"\n',
    )
    environment = {"PATH": f"{folder}:/usr/bin:/bin", "RUNNER_TEMP": str(folder / "temp"), "BRANCH": "main"}
    environment["CALLS"] = str(folder / "calls")
    looked = steps["What failed in the former weeks"]["run"]
    subprocess.run(["bash", "-e", "-c", looked], env=environment, cwd=folder, check=True)
    return folder / "temp/history/links.json"


def _rows(found: Sequence[tuple[str, int]]) -> str:
    return " ".join(f"'{when} {number}'" for when, number in found)


@pytest.mark.parametrize("path", WEEKLY)
def test_the_history_goes_from_one_week_to_the_next(path: str, tmp_path: Path) -> None:
    steps = {step.get("name") or step["with"].get("name"): step for step in weekly_jobs(path)["look"]["steps"]}
    kept = steps["links-history"]["with"]
    assert (kept["path"], kept["retention-days"]) == ("${{ runner.temp }}/history/links.json", 90)
    assert '--history "$RUNNER_TEMP/history/links.json"' in steps["External links"]["run"]
    history = former_weeks(path, RUNS, tmp_path)
    assert history.read_text(encoding="utf-8") == "kept of 4\n"
    asked = (tmp_path / "calls").read_text(encoding="utf-8").splitlines()
    assert [call.split()[2] for call in asked if call.startswith("run download")] == ["5", "4"]


@pytest.mark.parametrize("path", WEEKLY)
def test_no_history_comes_from_a_proposal(path: str, tmp_path: Path) -> None:
    """Which runs under any name of branch, and whose workflow says whatever its author likes."""
    assert not former_weeks(path, {"pull_request": [("2026-11-30T04:41:00Z", 4)]}, tmp_path).exists()
    asked = (tmp_path / "calls").read_text(encoding="utf-8").splitlines()
    listed = [call.split() for call in asked if call.startswith("run list")]
    assert [call[call.index("--event") + 1] for call in listed] == ["schedule", "workflow_dispatch"]
    assert [call[call.index("--branch") + 1] for call in listed] == ["main", "main"]


@pytest.mark.parametrize("path", WEEKLY)
def test_a_history_that_cannot_be_looked_for_does_not_begin_anew(path: str, tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        former_weeks(path, {"schedule": None}, tmp_path)


@pytest.mark.parametrize("path", WEEKLY)
@pytest.mark.parametrize("fails", ["links", "confirm"])
def test_one_list_is_told_though_the_other_cannot_be_made(path: str, fails: str, tmp_path: Path) -> None:
    """A list that is not there is no empty list: its issue stays as it is."""
    jobs = weekly_jobs(path)
    steps = {step.get("name") or step["with"].get("name"): step for step in jobs["look"]["steps"]}
    reviews = steps["What is to be checked, and what ends"]
    conditions = [steps["links-history"]["if"], steps["weekly"]["if"], jobs["issues"]["if"]]
    assert conditions == ["${{ !cancelled() }}"] * 3
    assert reviews["if"] == "${{ !cancelled() && steps.install.outcome == 'success' }}"
    assert steps["Install"]["id"] == "install"
    portail = executable(tmp_path / ".venv/bin/portail", f'#!/bin/sh\n[ "$1" != {fails} ] && echo "# $1"\n')
    environment = {"PATH": f"{portail.parent}:{tmp_path}:/usr/bin:/bin", "RUNNER_TEMP": str(tmp_path)}
    codes = {
        name: subprocess.run(["bash", "-e", "-c", step["run"]], env=environment, cwd=tmp_path, check=False).returncode
        for name, step in (("links", steps["External links"]), ("confirm", reviews))
    }
    assert codes == {"links": 0, "confirm": 0} | {fails: 1}
    assert [file.name for file in (tmp_path / "weekly").iterdir()] == ["reviews.md" if fails == "links" else "links.md"]
    executable(tmp_path / "gh", GH)
    told = environment | {"CALLS": str(tmp_path / "calls"), "FOUND": "7 OPEN", "BODY": ""}
    subprocess.run(["bash", "-e", "-c", jobs["issues"]["steps"][-1]["run"]], env=told, cwd=tmp_path, check=True)
    labels = {
        call.split()[2]
        for call in (tmp_path / "calls").read_text(encoding="utf-8").splitlines()
        if "label create" in call
    }
    assert labels == {"portail-reviews" if fails == "links" else "portail-links"}


@pytest.mark.parametrize("path", WEEKLY)
def test_once_a_week_off_the_hour(path: str) -> None:
    workflow = yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))
    minute, hour, *days = workflow[True]["schedule"][0]["cron"].split()
    assert (0 < int(minute) < 60, 0 <= int(hour) < 24, days) == (True, True, ["*", "*", "1"])


def test_what_is_published_is_what_was_tested_with_hidden_files() -> None:
    steps = read("pages.yml")["jobs"]["build"]["steps"]
    assert [step.get("uses", "").split("@")[0] or step["name"] for step in steps] == [
        "actions/checkout",
        "Still awake",
        "actions/setup-python",
        "Check",
        "Test",
        "actions/cache/restore",
        "Build",
        "actions/cache/save",
        "actions/upload-pages-artifact",
        "Addresses that are published for the first time",
        "actions/upload-artifact",
    ]
    assert steps[5]["with"] == {**steps[7]["with"], "restore-keys": "made-"}
    assert steps[8]["with"] == {"path": "site", "include-hidden-files": True}
    assert (steps[9]["continue-on-error"], steps[10]["if"]) == (True, "steps.ledger.outputs.state == 'behind'")


@pytest.mark.parametrize(
    ("path", "conditions"),
    [
        (
            ".github/workflows/pages.yml",
            {
                **NIGHTLY,
                **LEDGER,
                "Test": "github.event_name != 'schedule' && steps.check.outcome == 'success'",
                "mistakes": "needs.build.outputs.checked == 'failure'",
            },
        ),
        (
            "starter/.github/workflows/pages.yml",
            {**NIGHTLY, **LEDGER, "mistakes": "needs.build.outputs.checked == 'failure'"},
        ),
    ],
)
def test_the_nightly_run_publishes_whatever_a_browser_does(path: str, conditions: dict[str, str]) -> None:
    """At night, only tests are left out: what has to leave the site leaves it. Every push is tested."""
    jobs = yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))["jobs"]
    steps = (step for job in jobs.values() for step in job["steps"])
    named = {step.get("name") or step.get("uses", step.get("run")).split("@")[0]: step for step in steps}
    assert {name: part["if"] for name, part in {**named, **jobs}.items() if "if" in part} == conditions


@pytest.mark.parametrize(
    ("owner", "repository", "address", "expected"),
    [
        ("ville", "portail", "", "https://ville.github.io/portail/"),
        ("Ville", "Portail", "", "https://ville.github.io/Portail/"),
        ("ville", "ville.github.io", "", "https://ville.github.io/"),
        ("Ville", "Ville.github.io", "", "https://ville.github.io/"),
        ("ville", "portail", "https://accueil.example", "https://accueil.example/"),
        ("ville", "portail", "https://accueil.example/", "https://accueil.example/"),
    ],
)
def test_address_of_a_repository(owner: str, repository: str, address: str, expected: str) -> None:
    result = run("scripts/pages_url.sh", owner, repository, address)
    assert (result.returncode, result.stdout) == (0, f"{expected}\n")


def browser(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("#!/bin/sh\necho Chromium 1\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def commands(tmp_path: Path) -> Path:
    """A PATH with what the script needs and no browser, no package manager."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("bash", "sh", "env", "id"):
        found = next(path for path in (Path("/usr/bin") / name, Path("/bin") / name) if path.exists())
        (folder / name).symlink_to(found)
    return folder


BROWSERS = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]


@pytest.mark.parametrize("name", BROWSERS)
def test_an_installed_browser_is_used(commands: Path, name: str) -> None:
    path = browser(commands, name)
    result = run("scripts/ensure_browser.sh", "no-python", PATH=str(commands), CI="")
    assert (result.returncode, result.stdout, result.stderr) == (0, f"{path}\n", "")


def test_the_headless_shell_comes_first_and_ci_asks_for_it(commands: Path) -> None:
    other = browser(commands, "chromium")
    result = run("scripts/ensure_browser.sh", "no-python", PATH=str(commands), CI="true")
    said = "browser: no chromium-headless-shell here; any other will do\n"
    assert (result.returncode, result.stdout, result.stderr) == (0, f"{other}\n", said)
    shell = browser(commands, "chromium-headless-shell")
    result = run("scripts/ensure_browser.sh", "no-python", PATH=str(commands), CI="true")
    assert (result.returncode, result.stdout, result.stderr) == (0, f"{shell}\n", "")


@pytest.mark.parametrize(("ci", "code", "output"), [("true", 1, ""), ("", 0, "\n")])
def test_no_browser_fails_in_ci_and_is_said_elsewhere(commands: Path, ci: str, code: int, output: str) -> None:
    result = run("scripts/ensure_browser.sh", "no-python", PATH=str(commands), CI=ci)
    assert (result.returncode, result.stdout) == (code, output)
    assert result.stderr.endswith(
        f"browser: no Chromium or Chrome, and none could be installed. Install one of: {' '.join(BROWSERS)}\n"
    )


@pytest.mark.parametrize(
    "path", ["scripts/ensure_browser.sh", "scripts/pages_url.sh", "scripts/run_tests.sh", ".ci/run"]
)
def test_scripts_can_be_run_and_stop_at_the_first_error(path: str) -> None:
    assert os.access(ROOT / path, os.X_OK)
    assert "\nset -euo pipefail\n" in (ROOT / path).read_text(encoding="utf-8")


LEDGER_GH = """\
#!/bin/sh
echo "$*" >> "$CALLS"
case "$*" in
  *git/commits/*) echo base ;;
  *git/trees*) echo tree ;;
  *git/commits*) echo commit ;;
  *PATCH*) exit "$UNKNOWN" ;;
  "pr list"*) printf '%s' "$FOUND" ;;
  "pr create"*) exit "$REFUSES" ;;
esac
"""
MOVED = "api --method PATCH repos/o/r/git/refs/heads/ledger -f sha=commit -F force=true"
MADE = "api repos/o/r/git/refs -f ref=refs/heads/ledger -f sha=commit"
LISTED = "pr list --head ledger --state open --json number --jq .[].number"
CREATED = "pr create --head ledger --base main --title T $(x) --body B `x`"


@pytest.mark.skipif(shutil.which("jq") is None, reason="the step runs where GitHub has jq")
@pytest.mark.parametrize("path", DEPLOYING[::2])
@pytest.mark.parametrize(
    ("state", "calls", "warned"),
    [
        ({"UNKNOWN": "1"}, [MOVED, MADE, LISTED, CREATED], False),
        ({"FOUND": "7"}, [MOVED, LISTED], False),
        ({"REFUSES": "1"}, [MOVED, LISTED, CREATED], True),
    ],
    ids=["first", "again", "refused"],
)
def test_one_proposal_grows_with_the_ledger(
    path: str, state: Mapping[str, str], calls: list[str], warned: bool, tmp_path: Path
) -> None:
    """What it holds is only ever read as text."""
    download, step = yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))["jobs"]["ledger"]["steps"]
    assert download["with"] == {"name": "ledger", "path": "ledger"}
    for name in ("addresses", "anchors", "territories"):
        executable(tmp_path / f"ledger/{name}.csv", f'{name},"$(touch hostile)"\n')
    executable(tmp_path / "gh", LEDGER_GH)
    given = {"GH_REPO": "o/r", "GITHUB_SHA": "sha", "GITHUB_REF_NAME": "main", "BRANCH": step["env"]["BRANCH"]}
    said = {"TITLE": "T $(x)", "BODY": "B `x`", "REFUSED": "refused", "UNKNOWN": "0", "FOUND": "", "REFUSES": "0"}
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin", "CALLS": str(tmp_path / "calls"), **given, **said, **state}
    ran = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", step["run"]],
        env=environment,
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    assert (tmp_path / "calls").read_text(encoding="utf-8").splitlines()[3:] == calls
    assert ("::warning title=data/ledger::refused" in ran.stdout) is warned
    assert "${{" not in step["run"]
    tree = json.loads((tmp_path / "tree.json").read_text(encoding="utf-8"))
    assert tree["base_tree"] == "base"
    assert [(file["path"], file["mode"], file["type"]) for file in tree["tree"]] == [
        (f"data/ledger/{name}.csv", "100644", "blob") for name in ("addresses", "anchors", "territories")
    ]
    assert tree["tree"][0]["content"] == 'addresses,"$(touch hostile)"\n'
