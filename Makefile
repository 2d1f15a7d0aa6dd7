# One command for each habit. `make build` and `make test` set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

EXPLORER := $(wildcard viz/*.json viz/*.ts viz/*.js) $(shell find viz/src viz/public viz/bundling -type f)

.PHONY: build test check reason format lint types pytest accept bench bench-explorer bench-serve wheel screenshots docs clean help

help:
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/:/' | awk -F: '{printf "make %-16s%s\n", $$1, $$2}'

build: $(VENV)/.program ## set up, check the landscape, answer every question, write build/site/
	$(BIN)/remit build --out build/site

test: $(VENV)/.tests lint types pytest ## set up what is missing, then lint, check types and run all tests

check: $(VENV)/.program ## check the landscape's data
	$(BIN)/remit check

reason: $(VENV)/.program ## look for contradictions with OWL reasoners, and class organisations; takes some seconds
	$(BIN)/remit reason

format: $(VENV)/.tests ## bring Python and Turtle into their one form
	$(BIN)/ruff format src tests benchmarks tools hatch_build.py
	$(BIN)/ruff check --fix src tests benchmarks tools hatch_build.py
	$(BIN)/remit format
	$(BIN)/remit format ontology/*.ttl ontology/shapes/*.ttl

lint: $(VENV)/.tests ## ruff; for the explorer types, eslint and unit tests
	$(BIN)/ruff format --check src tests benchmarks tools hatch_build.py
	$(BIN)/ruff check src tests benchmarks tools hatch_build.py
	$(BIN)/python tools/explorer.py check

types: $(VENV)/.tests ## mypy, strict
	$(BIN)/mypy

pytest: $(VENV)/.tests ## the tests, with coverage; each file by one of two processes
	$(BIN)/pytest -n 2 --dist loadfile --cov --cov-report=term

accept: $(VENV)/.tests ## take the findings as they are now for the published ones; prints what has changed
	$(BIN)/python tools/accept.py

bench: $(VENV)/.tests ## measure, beside what people use today; writes benchmarks/RESULTS.md and REPORT.md
	$(BIN)/pip install --quiet --editable '.[bench]'
	$(BIN)/python benchmarks/report.py
	$(BIN)/python benchmarks/run.py

bench-explorer: $(VENV)/.tests ## measure the explorer's network beside pyvis; writes benchmarks/RESULTS-explorer.md
	$(BIN)/python benchmarks/explorer_pages.py

bench-serve: $(VENV)/.tests ## measure the endpoint beside others; writes benchmarks/RESULTS-serve.md
	$(BIN)/pip install --quiet --editable '.[bench]'
	$(BIN)/python benchmarks/serve.py

wheel: $(VENV)/.tests ## the package to install, under dist/
	$(BIN)/python -m build --wheel

screenshots: build $(VENV)/.tests ## the pictures in the README
	$(BIN)/python tools/screenshots.py

docs: $(VENV)/.tests ## write again the command outputs that the README shows
	$(BIN)/python tools/readme.py --write

clean: ## remove all that was built
	rm -rf $(VENV) build dist viz/dist viz/node_modules

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# installing the program builds the explorer too
$(VENV)/.program: pyproject.toml $(EXPLORER) | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.tests: pyproject.toml $(EXPLORER) tools/browser.sh tools/office.sh tools/virtuoso.sh | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[test]'
	sh tools/browser.sh
	sh tools/office.sh
	sh tools/virtuoso.sh
	touch $@ $(VENV)/.program
