# Two commands: `make run` (an example, then the app) and `make test` (all checks). Each sets up .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test benchmark clean

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	touch $@

run: $(READY)
	$(BIN)/interview2flow draft examples/en-supplier-invoice/interview-1.txt \
	  --interviewee "Marianne, accounts payable clerk" --title "Handling a supplier invoice" --out out --app

test: $(READY)
	if command -v npm > /dev/null; then npm --prefix tests/bpmnlint install --no-package-lock --no-audit --no-fund --silent; fi
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

benchmark: $(READY)
	$(BIN)/python -m tests.benchmarks.quality
	$(BIN)/python -m tests.benchmarks.speed
	$(BIN)/python -m tests.benchmarks.layout
	$(BIN)/python -m tests.benchmarks.manual
	$(BIN)/python -m tests.benchmarks.pet --cv
	$(BIN)/python -m tests.benchmarks.review

clean:
	rm -rf $(VENV) out build dist
