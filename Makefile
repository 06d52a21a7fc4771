# Two commands matter: `make run` (nothing -> published figures and a report) and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV_VERSION := 0.13.9
DEMO ?=
MINUTEN ?= 10

.DEFAULT_GOAL := help
.PHONY: help setup run dev lint types sql imports drift pytest definitions checks test screenshots bench bench-raming bench-warehouse fuzz regios clean lock

help: ## Show the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-12s %s\n", $$1, $$2}'

# The stamp depends on what decides the environment, so that a changed lock is installed.
$(VENV)/.klaar: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Regiobeeld heeft Python 3.11 of nieuwer nodig; geef die op met: make PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet uv==$(UV_VERSION)
	@$(BIN)/uv pip install --quiet --python $(BIN)/python -r requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $@

setup: $(VENV)/.klaar ## Make the virtual environment

run: setup ## Make the demo region, run the whole pipeline, say where figures and report are
	$(BIN)/regiobeeld demo $(DEMO)
	$(BIN)/regiobeeld run

dev: setup ## Open the Dagster UI on the home folder
	$(BIN)/regiobeeld dev

lint: setup ## Ruff: style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup ## Mypy
	$(BIN)/mypy

sql: setup ## Sqlfluff on the dbt models
	$(BIN)/sqlfluff lint --processes 1 dbt_project/models dbt_project/tests

imports: setup ## Import rules: schemas <- ingest, demo, rapportage, raming <- orchestration
	$(BIN)/lint-imports

drift: setup ## Generated files equal what their generator writes
	$(BIN)/python -m schemas.render --check

pytest: setup ## All tests, the demo region through dbt build included
	$(BIN)/pytest -n 2 --dist loadscope

definitions: setup ## Dagster can load all definitions
	$(BIN)/python -m orchestration.controle_definities

# Each has a process of its own, so that two run at a time.
checks: setup ## Everything that CI checks but the tests
	@$(MAKE) --no-print-directory --jobs 2 --output-sync=target lint types imports drift sql definitions

test: checks pytest ## Everything that CI checks

screenshots: setup ## The pictures in the README, from the home of `make run` (needs Chromium)
	$(BIN)/python -m orchestration.schermafdrukken

bench: setup ## Speed and memory of reading iJw, as ratios in one run; fails when a limit is missed
	$(BIN)/python -m benchmarks.ingest

bench-raming: setup ## Does the range of what is still to come hold, over 30 simulated regions
	PYTHONPATH=tests/raming:. $(BIN)/python -m benchmarks.raming

bench-warehouse: setup ## Time of the dbt models on five years at full size, against the limit (10 minutes)
	$(BIN)/python -m benchmarks.warehouse $(if $(LAKE),--lake $(LAKE))

fuzz: setup ## Look for messages that we judge otherwise than the schema: make fuzz MINUTEN=10
	PYTHONPATH=tests:. $(BIN)/python -m fuzz --minuten $(MINUTEN)
	PYTHONPATH=tests:. $(BIN)/python -m fuzz.zwaar

regios: setup ## Does the warehouse of regions of every size pass its own tests (a quarter of an hour)
	PYTHONPATH=tests:tests/keten:. $(BIN)/python -m fuzz.regios

lock: setup ## Pin the newest versions that resolve together
	$(BIN)/uv pip compile --quiet --upgrade pyproject.toml --extra dev --python-version 3.11 \
		--universal --no-emit-index-url --no-annotate --no-header --output-file requirements.lock

clean: ## Remove the environment and everything generated; the home folder stays
	rm -rf $(VENV) dbt_project/target dbt_project/logs .ruff_cache .mypy_cache .pytest_cache *.egg-info
