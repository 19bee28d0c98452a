# make demo: the main job on the sample corpus. make test: everything that must hold. make help: the rest.
BIN := .venv/bin
DEMO := build/demo/dragoman.duckdb

.PHONY: help demo test ui-test spark-test lint types layers pytest gate model encoder lock clean

help:
	@echo "make demo    set up, read the sample corpus, show timeline and quotations"
	@echo "make test    set up, then lint, types, layers, tests, eval gate"
	@echo "make ui-test set up a Chromium, then walk through the browser's pages with it"
	@echo "make spark-test set up PySpark (Java 17 must be there), then code and merge while executors are killed"
	@echo "make gate    the eval gate alone: scores against benchmarks/floors.toml"
	@echo "make model   train the word model again from training/"
	@echo "make encoder train the event encoder again from training/ (half an hour)"
	@echo "make lock    resolve requirements/*.lock anew from pyproject.toml"

.venv/run: requirements/run.lock pyproject.toml scripts/setup.sh
	@scripts/setup.sh run
	@touch $@

.venv/dev: requirements/dev.lock pyproject.toml scripts/setup.sh
	@scripts/setup.sh dev
	@touch $@ .venv/run

demo: .venv/run
	@rm -rf build/demo && mkdir -p build/demo
	$(BIN)/dragoman read corpus --store $(DEMO)
	$(BIN)/dragoman timeline --store $(DEMO) --from 2020-06 --to 2020-12
	$(BIN)/dragoman quotes --store $(DEMO) --from 2020-06 --to 2020-12 --limit 12
	@echo
	@echo "That was the second half of 2020. The whole record is in $(DEMO). Next, for example:"
	@echo "  $(BIN)/dragoman timeline --store $(DEMO)           all of it"
	@echo "  $(BIN)/dragoman show EVENT --store $(DEMO)         an event (e...) with the words it rests on"
	@echo "  $(BIN)/dragoman quotes --store $(DEMO) --country IRN"
	@echo "  $(BIN)/dragoman serve --store $(DEMO)              the same in a browser"
	@echo "  $(BIN)/dragoman read YOUR-FILES --store my.duckdb"

test: lint types layers pytest gate

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev
	$(BIN)/mypy

layers: .venv/dev
	$(BIN)/lint-imports

pytest: .venv/dev
	$(BIN)/pytest --ignore=tests/ui

ui-test: .venv/dev
	scripts/setup_ui.sh
	$(BIN)/pytest tests/ui

spark-test: .venv/dev
	@if command -v uv >/dev/null; then uv pip install --quiet --python $(BIN)/python -e '.[spark]'; \
	else $(BIN)/pip install --quiet --disable-pip-version-check -e '.[spark]'; fi
	$(BIN)/pytest src/dragoman/scale/spark tests/test_batch_spark.py

gate: .venv/dev
	$(BIN)/python benchmarks/gate.py

model: .venv/dev
	$(BIN)/python scripts/train_triggers.py

encoder:
	scripts/encoder.sh

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --quiet pyproject.toml -o requirements/run.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --quiet --extra dev --extra train pyproject.toml -o requirements/dev.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --quiet --extra encoder pyproject.toml -o requirements/encoder.lock

clean:
	rm -rf build .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
