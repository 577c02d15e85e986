# One command each; docs/deploying.md says what they do. Whichever comes first makes the project's own environment.
.DEFAULT_GOAL := run
.NOTPARALLEL:
.PHONY: run test check soak bench look messages lock score-cards ready ready-to-check

ifndef PYTHON
PYTHON := $(firstword $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null \
	&& echo $$python && break; done))
endif
ifeq ($(PYTHON),)
$(error Ronda needs Python 3.11, 3.12 or 3.13. Debian 12 and Ubuntu 24.04 have it: apt-get install python3 \
	python3-venv; macOS: brew install python@3.13)
endif
READY := $(PYTHON) -m workers.setup
BIN := .venv/bin

ready:
	@$(READY) run

run:
	@exec $(READY) run $(BIN)/ronda up

# Three at a time, on two cores too: a third of the time a test waits, for processes, browsers and servers.
test:
	@$(READY) test
	@$(MAKE) --no-print-directory check
	$(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder -m "not soak"

check: ready-to-check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --quiet --lint pwa/templates
	$(BIN)/python -m pwa.portable.lint
	$(BIN)/deptry .
	$(BIN)/python -m workers.catalogues --check

soak:
	@$(READY) test
	$(BIN)/pytest -m soak

bench:
	@$(READY) test
	$(BIN)/python -m tests.bench

look:
	@$(READY) test
	$(BIN)/python -m tests.look

messages: ready-to-check
	$(BIN)/python -m workers.catalogues

score-cards:
	@$(READY) run
	@$(BIN)/python -m workers.readers.score --cards "$(CARDS)" \
		$(if $(OUT),--out "$(OUT)") $(if $(READER),--reader "$(READER)")

LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --python-version 3.11
lock: ready-to-check
	$(LOCK) pyproject.toml -o requirements.lock
	$(LOCK) pyproject.toml --group dev -c requirements.lock -o tests/requirements.lock
	$(LOCK) --group speech -o workers/transcribers/requirements.lock
	echo uv | $(LOCK) - -o workers/setup/requirements.lock

ready-to-check:
	@$(READY) check
