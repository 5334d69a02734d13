PYTHON ?= python3
IN ?= data/raw
OUT ?= data/out
GOLD ?= tests/gold/articles
CORPORA ?= ../shared/corpora
SEED ?= 1
BIN := .venv/bin
STAMP := .venv/.installed

.DEFAULT_GOAL := help
.PHONY: help extract test check eval model confidence clean

help: ## Say what there is to do
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(STAMP): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q -e ".[dev]"
	touch $@

extract: $(STAMP) ## Read the articles in IN (data/raw) and write the graph to OUT (data/out)
	$(BIN)/python -m pipeline extract "$(IN)" --out "$(OUT)"

test: $(STAMP) ## Run the tests
	$(BIN)/python -m pytest -n 2

check: $(STAMP) ## Run linter, formatter, types and tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy -p training
	$(BIN)/mypy docs/picture.py
	$(BIN)/python -m pytest -n 2

eval: $(STAMP) ## Measure what is found against the annotated articles in GOLD (tests/gold/articles)
	$(BIN)/python -m pipeline eval "$(GOLD)"

model: $(STAMP) ## Train all models again from the corpora in CORPORA (../shared/corpora) with SEED (1), some two hours
	$(BIN)/python -m training.make_model --corpora "$(CORPORA)" --seed "$(SEED)"
	$(BIN)/python -m training.verdicts --corpora "$(CORPORA)" --seed "$(SEED)"
	$(BIN)/python -m training.claims --corpora "$(CORPORA)" --seed "$(SEED)"
	$(BIN)/python -m training.dates --corpora "$(CORPORA)"

confidence: $(STAMP) ## Fit the confidence of claims to the annotated articles kept to measure, after a change of rules or models
	rm -rf build/kept
	$(BIN)/python -m training.as_gold build/kept --corpora "$(CORPORA)"
	$(BIN)/python -m pipeline eval build/kept --keep

clean: ## Remove what was written (the graph, caches), but not .venv
	rm -rf data/out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
