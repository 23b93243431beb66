# make serve: set up, build the sample graph, serve it.   make test: set up, pass all tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PORT ?= 8000

.PHONY: serve test check assets lock clean

$(STAMP): pyproject.toml hatch_build.py requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Summitry needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=24"
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

serve: $(STAMP)
	$(BIN)/summitry ingest tests/corpus
	$(BIN)/summitry serve --port $(PORT)

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy graph server front.py

test: $(STAMP) check
	$(BIN)/python -m pytest -n auto --dist loadfile

assets: $(STAMP) # after changing server/assets; the only step that needs Node, and nobody else takes it
	cd server/assets && npm ci --ignore-scripts --no-audit --no-fund && node build.mjs
	$(BIN)/python -m summitry.server.assets.places

lock: # after changing dependencies in pyproject.toml; keeps the versions that still fit, for every platform
	$(PYTHON) -m venv .lock-venv && .lock-venv/bin/pip install --quiet uv
	.lock-venv/bin/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --extra test --no-emit-index-url --custom-compile-command "make lock" --output-file requirements.lock pyproject.toml
	rm -rf .lock-venv

clean:
	rm -rf $(VENV) .dev summitry-data
