# What a contributor needs, each in one command. Works with GNU make 3.81 (macOS) and newer.
# Needs Python 3.11 or newer; everything else is installed into .venv.

VENV    := .venv
BIN     := $(VENV)/bin
PIP     := $(BIN)/python -m pip install --quiet --disable-pip-version-check
ADDRESS ?= 127.0.0.1:8000
# More arguments for pytest: make test ARGS="-k checklists"
ARGS    ?=

# Material announces MkDocs 2 on every run; we stay on MkDocs 1 on purpose.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve build test compat check audit bench bench-check bench-linear bench-filtering format reference screenshots package clean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' Makefile

serve: $(VENV)/.installed ## Build the sample catalog and serve it with live reload on 127.0.0.1:8000
	$(BIN)/python -m mkdocs serve --livereload --dev-addr $(ADDRESS)

build: $(VENV)/.installed ## Build the sample catalog into site/
	$(BIN)/python -m mkdocs build --strict --clean

test: $(VENV)/.developing ## Run every test, those in a browser included
	@$(BIN)/python -m scripts.chromium --install
	$(BIN)/python -m pytest -n auto $(ARGS)

compat: $(VENV)/.developing ## Build one catalog with every generator, each in an environment of its own
	COMPAT=1 $(BIN)/python -m pytest tests/compat $(ARGS)

check: $(VENV)/.developing ## Lint, check the formatting, check the types
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy

audit: $(VENV)/.developing ## Have axe, Lighthouse and HTML validators look at the pages (needs Node and Java)
	$(BIN)/python -m scripts.audit $(ARGS)

bench: $(VENV)/.developing ## Measure builds of 100 to 2,000 files beside other generators (takes half an hour)
	$(BIN)/python -m benchmarks.bench --install --browser $(ARGS)

bench-check: $(VENV)/.developing ## Measure how long persona-docs check takes
	$(BIN)/python -m benchmarks.check $(ARGS)

bench-linear: $(VENV)/.developing ## Measure how the time for one file grows with its size
	$(BIN)/python -m benchmarks.linear $(ARGS)

bench-filtering: $(VENV)/.developing ## Measure how long the catalog takes to answer a keystroke
	$(BIN)/python -m benchmarks.filtering $(ARGS)

format: $(VENV)/.developing ## Format the code and mend what the linter can mend
	$(BIN)/python -m ruff check --fix .
	$(BIN)/python -m ruff format .

reference: $(VENV)/.developing ## Write the generated parts of the reference pages anew
	$(BIN)/python -m scripts.reference

screenshots: $(VENV)/.developing ## Take the pictures of the README anew
	$(BIN)/python -m scripts.screenshots

package: $(VENV)/.developing ## Build the distribution into dist/
	$(BIN)/python -m build

clean: ## Remove everything these commands made, the environment included
	rm -rf $(VENV) node_modules site dist .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +

# Each stamp is newer than what it was made from, so that a second run starts at once.
$(VENV)/.made: scripts/environment.sh
	@sh scripts/environment.sh $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml
	@echo "Installing persona-docs into $(VENV)"
	@$(PIP) --editable .
	@touch $@

$(VENV)/.developing: $(VENV)/.installed
	@echo "Installing what tests and checks need"
	@$(PIP) --group dev
	@touch $@
