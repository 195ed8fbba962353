# Two commands do everything: `make run` and `make test`. Python 3.11+ and make are all that is assumed.
.DEFAULT_GOAL := help
.PHONY: help run test check browser bench torture screenshots lock clean

PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin
LOCK := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --quiet

help: ## What can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: $(VENV)/app-installed ## The app on http://127.0.0.1:8501, with demo data on first start
	@echo "The dashboard: http://127.0.0.1:8501"
	$(BIN)/streamlit run app.py

test: check browser ## Style, types and the whole test suite, with all it needs: what CI runs
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: $(VENV)/dev-installed ## Style, types, licences, known faults and the list of parts, in seconds
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m audit

browser: ## The programs that tests and screenshots drive, from Debian's packages, where absent
	@sh tests/programs.sh

bench: $(VENV)/dev-installed browser ## Measure the app beside its peers; writes docs/performance.md
	$(BIN)/python -m bench $(BENCH)

torture: $(VENV)/dev-installed ## kill -9 200 times, 10,000 spoilt files; says what held (TORTURE="--kills 20 --files 500" for less)
	$(BIN)/python -m bench.torture $(TORTURE)

screenshots: $(VENV)/dev-installed browser ## The guide's pictures, taken from the running app
	$(BIN)/python -m docs.screenshots

lock: $(VENV)/dev-installed ## requirements*.txt again from requirements*.in, pinned and hashed
	$(LOCK) $(UPGRADE) requirements.in -o requirements.txt
	$(LOCK) $(UPGRADE) requirements-dev.in -c requirements.txt -o requirements-dev.txt

clean: ## Remove the environment and caches; figures in data/var stay
	rm -rf $(VENV) build .pytest_cache .ruff_cache .mypy_cache .hypothesis src/*.egg-info

# The stamps make a second `make run` ask nothing of anybody, so it works without a network.
$(VENV)/app-installed: requirements.txt requirements.in pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev-installed: requirements-dev.txt $(VENV)/app-installed
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed. Name one: make $(MAKECMDGOALS) PYTHON=path"; exit 1; }
	$(PYTHON) -m venv $(VENV)
