# Two commands do everything on a fresh machine with Python 3.11-3.13, git and make:
#   make report   set up, then the main job on seeds/
#   make test     set up, then every check and test
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys,venv,ensurepip; sys.exit(not (3,11) <= sys.version_info[:2] < (3,14))' >/dev/null 2>&1 && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
OUT ?= out
SEEDS ?= seeds
PACKAGES := flows claims sources expectations reports

export PIP_DISABLE_PIP_VERSION_CHECK = 1
export DO_NOT_TRACK = 1
export PREFECT_SERVER_ANALYTICS_ENABLED = false
export GX_ANALYTICS_ENABLED = false

.DEFAULT_GOAL := help
.PHONY: help setup report test check lint types imports unit browser-tools database-tools reader-tools bench soak lock wheel clean

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

setup: $(STAMP) ## the environment, from the hashed pins

# uv installs the pins in seconds and compiles the bytecode: without it every import of the big libraries pays twice.
$(STAMP): requirements.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "crossfoot needs Python 3.11, 3.12 or 3.13 with venv and ensurepip; none was found. Install one, or name it: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)"; exit 2; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@awk '/^[a-z0-9]/ {keep = ($$1 ~ /^uv==/)} keep' requirements.txt > $(VENV)/uv.txt
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r $(VENV)/uv.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --compile-bytecode --require-hashes -r requirements.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q $(PACKAGES)
	$(BIN)/python -m claims.yaml_files
	@touch $@

report: $(STAMP) ## the main job: read seeds/, check, compare, publish under out/
	$(BIN)/crossfoot report $(SEEDS) --out $(OUT)

test: check unit ## every check and test

check: lint types imports

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

imports: $(STAMP)
	$(BIN)/lint-imports

# A browser and the fonts of the scripts in our letters, where apt and root are there; elsewhere the tests say what is missing.
browser-tools:
	@command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || { \
	if command -v apt-get >/dev/null 2>&1 && [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	else echo "no Chromium and no way to install it here: browser tests will say so"; fi; }

# A PostgreSQL server for the test of tables kept in a database; the test starts one of its own and stops it.
database-tools:
	@command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { \
	if command -v apt-get >/dev/null 2>&1 && [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null; \
	else echo "no PostgreSQL and no way to install it here: its test will say so"; fi; }

# Who makes the letters that the readers of formats are tested on and reads what is handed on; Tesseract for scans.
reader-tools:
	@command -v soffice >/dev/null 2>&1 && command -v pandoc >/dev/null 2>&1 && command -v tesseract >/dev/null 2>&1 && command -v pdfinfo >/dev/null 2>&1 && ls /usr/lib/libreoffice/program/libsclo.so >/dev/null 2>&1 || { \
	if command -v apt-get >/dev/null 2>&1 && [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
			libreoffice-writer-nogui libreoffice-calc-nogui pandoc tesseract-ocr poppler-utils >/dev/null; \
	else echo "no LibreOffice, pandoc or Tesseract and no way to install them here: their tests will say so"; fi; }

unit: $(STAMP) browser-tools database-tools reader-tools
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

bench: $(STAMP) ## the benchmarks: speed and memory, as ratios in one run
	$(BIN)/python -m tests.benchmarks $(BENCH)

FUZZ ?= 20
soak: $(STAMP) ## the schedule over many runs, every error in every style, bad letters and odd paths, damaged files for each reader, letters put together anew (FUZZ minutes)
	CROSSFOOT_GRID=whole $(BIN)/pytest -n 2 -q tests/expectations/planted tests/expectations/test_one_reader.py \
		tests/expectations/test_paraphrases.py tests/expectations/test_ticks_turn.py
	$(BIN)/python tests/benchmarks/soak.py
	$(BIN)/python -m tests.benchmarks.hostile
	$(BIN)/python -m tests.benchmarks.fuzz_readers --minutes $(FUZZ)
	$(BIN)/python -m tests.benchmarks.fuzz_letters --minutes $(FUZZ)

wheel: $(STAMP) ## the wheel, under dist/
	$(BIN)/python -m claims.yaml_files
	$(BIN)/uv build --quiet --wheel --no-build-isolation --python $(BIN)/python --out-dir dist .

# The pins: hashes, and no address of any index; then those of the container image, the same without the tools.
lock: $(STAMP) ## renew requirements.txt from pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --no-annotate --extra dask --extra postgresql --group dev pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --no-annotate --extra postgresql --constraint requirements.txt pyproject.toml -o deploy/requirements.txt

clean: ## remove the environment and what was made
	rm -rf $(VENV) $(OUT) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
