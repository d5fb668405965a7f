# Two commands work on a fresh machine with Python 3.11+, git and make: `make demo` and `make test`.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
DATA   ?= $(if $(ONRECORD_DATA),$(ONRECORD_DATA),../shared/data)

.PHONY: demo test check floors wheel clean

demo: $(VENV)/installed
	@$(BIN)/python examples/demo.py

test: $(VENV)/developing
	$(BIN)/python -m pytest

check: $(VENV)/developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

floors: $(VENV)/developing
	ONRECORD_DATA=$(DATA) $(BIN)/python bench/floors.py

wheel: $(VENV)/developing
	$(BIN)/python -m build --wheel --outdir dist
	$(BIN)/python -m build --wheel --outdir dist models/tagger-en
	$(BIN)/python -m build --wheel --outdir dist models/events-en
	$(BIN)/python bench/wheel.py dist

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Onrecord needs Python 3.11 or newer; give one with: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	@touch $@

$(VENV)/installed: $(VENV)/python pyproject.toml hatch_build.py models/tagger-en/pyproject.toml models/events-en/pyproject.toml
	$(BIN)/python -m pip install --quiet --editable . --editable models/tagger-en --editable models/events-en
	@touch $@

$(VENV)/developing: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

clean:
	rm -rf $(VENV) build dist demo-output src/onrecord/data/places.sqlite
