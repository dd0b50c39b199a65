# What each word expands to stands beside it; README.md says when to use which.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= data
OUT := outputs/articles

.PHONY: run test exhaustive check accuracy bench train evaluate-model seeds clean help

help:
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 18

$(BIN)/voetbal: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

run: $(BIN)/voetbal ## set up, then read corpus/articles into outputs/articles/tables and show a first look
	$(BIN)/voetbal run corpus/articles --out $(OUT)
	@echo
	@echo "A first look (all tables are in $(OUT)/tables):"
	@$(BIN)/voetbal inspect $(OUT) contracts --limit 6
	@$(BIN)/voetbal inspect $(OUT) transfers --limit 6

test: $(BIN)/voetbal ## set up, then run the tests (under 4 minutes)
	$(BIN)/python -m pytest

exhaustive: $(BIN)/voetbal ## every integer and every day in every spelling (minutes)
	$(BIN)/python -m pytest -m exhaustive

check: $(BIN)/voetbal ## linters, types and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

accuracy: $(BIN)/voetbal ## score corpus/gold against the floors that may not fall
	$(BIN)/voetbal run corpus/articles --out outputs/accuracy
	$(BIN)/python bench/accuracy.py outputs/accuracy
	$(BIN)/voetbal evaluate outputs/accuracy corpus/gold --floors corpus/floors.json

bench: $(BIN)/voetbal ## speed, as ratios (see bench/README.md)
	$(BIN)/python bench/speed.py

train: $(BIN)/voetbal ## train the embedded model on the data in DATA=folder (see models/README.md)
	cd models && ../$(BIN)/python -m weasel run all . --vars.data $(abspath $(DATA))

evaluate-model: $(BIN)/voetbal ## names: ours with and without gazetteer, Frog and spaCy where installed (DATA=folder)
	$(BIN)/python models/scripts/convert.py $(DATA)
	$(BIN)/python bench/names.py

seeds: $(BIN)/voetbal ## rebuild seeds/ from the openfootball data in DATA=folder (see seeds/README.md)
	$(BIN)/python seeds/build.py $(DATA)/openfootball

clean: ## remove what the other words made
	rm -rf $(VENV) outputs/articles outputs/accuracy build dist *.egg-info
