# One command for each habit. `make build` and `make test` set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: build test check reason format lint types pytest accept bench wheel screenshots docs clean help

help:
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/:/' | awk -F: '{printf "make %-12s%s\n", $$1, $$2}'

build: $(VENV)/.program ## set up, check the landscape, answer every question, write build/site/
	$(BIN)/remit build --out build/site

test: $(VENV)/.tests lint types pytest ## set up what is missing, then lint, check types and run all tests

check: $(VENV)/.program ## check the landscape's data
	$(BIN)/remit check

reason: $(VENV)/.program ## look for contradictions with OWL reasoners, and class organisations; takes some seconds
	$(BIN)/remit reason

format: $(VENV)/.tests ## bring Python and Turtle into their one form
	$(BIN)/ruff format src tests benchmarks tools
	$(BIN)/ruff check --fix src tests benchmarks tools
	$(BIN)/remit format
	$(BIN)/remit format ontology/*.ttl ontology/shapes/*.ttl

lint: $(VENV)/.tests ## ruff
	$(BIN)/ruff format --check src tests benchmarks tools
	$(BIN)/ruff check src tests benchmarks tools

types: $(VENV)/.tests ## mypy, strict
	$(BIN)/mypy

pytest: $(VENV)/.tests ## the tests, with coverage
	$(BIN)/pytest --cov --cov-report=term

accept: $(VENV)/.tests ## take the findings as they are now for the published ones; prints what has changed
	$(BIN)/python tools/accept.py

bench: $(VENV)/.tests ## measure, beside what people use today; writes benchmarks/RESULTS.md
	$(BIN)/pip install --quiet --editable '.[bench]'
	$(BIN)/python benchmarks/run.py

wheel: $(VENV)/.tests ## the package to install, under dist/
	$(BIN)/python -m build --wheel

screenshots: build $(VENV)/.tests ## the pictures in the README
	$(BIN)/python tools/screenshots.py

docs: $(VENV)/.tests ## write again the command outputs that the README shows
	$(BIN)/python tools/readme.py --write

clean: ## remove all that was built
	rm -rf $(VENV) build dist

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.program: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.tests: pyproject.toml tools/browser.sh tools/office.sh | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[test]'
	sh tools/browser.sh
	sh tools/office.sh
	touch $@ $(VENV)/.program
