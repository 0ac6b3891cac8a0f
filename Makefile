# make demo   set everything up, then build, check and query the example pages
# make test   set everything up, then check everything
# make wheels a folder of wheels, for machines without internet
# make lock   resolve the dependencies anew
# make soak   kill loads of 10,000 articles into Oxigraph's server 20 times (a quarter of an hour); STORES=virtuoso for another
# make scores measure the extraction, and write the scores into the READMEs
# These need git, make, Python >= 3.11 and the Python package registry; nothing else.

# The first Python that is new enough; `make PYTHON=/path/to/python test` chooses another.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip install --quiet --disable-pip-version-check
COMPILE := $(RUN) -m uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet

# The stores that are killed: oxigraph, fuseki, virtuoso, rdf4j; several as "fuseki or rdf4j" (see .ci/stores).
STORES ?= oxigraph

.PHONY: help demo test slow soak wheels lock scores clean

help:
	@sed -n 's/^# //p' Makefile

demo: $(VENV)/.ready-to-run
	@$(RUN) -m kg demo

test: $(VENV)/.ready-to-check
	@$(RUN) tools/check.py

slow: $(VENV)/.ready-to-check
	@$(RUN) -m pytest -m slow

soak: $(VENV)/.ready-to-check
	@PRESSGRAPH_SOAK=10000 $(RUN) -m pytest -q -m slow tests/storing/test_interrupted.py -k "$(STORES)"

wheels: $(VENV)/.ready-to-run
	$(RUN) -m pip wheel --quiet --no-build-isolation --require-hashes --wheel-dir dist/wheels -r requirements.lock
	$(RUN) -m pip wheel --quiet --no-build-isolation --no-deps --wheel-dir dist/wheels .

lock: $(VENV)/.ready-to-run
	$(PIP) uv
	$(COMPILE) --extra pandas --extra png pyproject.toml --output-file requirements.lock
	$(COMPILE) --extra pandas --extra png --extra dev --constraints requirements.lock pyproject.toml --output-file requirements-dev.lock
	$(COMPILE) --group setup --constraints requirements-dev.lock --output-file requirements-setup.lock

scores: $(VENV)/.ready-to-run
	@$(RUN) tools/write_scores.py

clean:
	rm -rf $(VENV) dist out demo-out .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(RUN):
	@test -n "$(PYTHON)" || { echo "PressGraph needs Python 3.11 or newer 需要 Python 3.11 以上: https://www.python.org"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# jieba comes as a source archive, so what builds it is installed, hashed, before it.
$(VENV)/.ready-to-build: requirements-setup.lock | $(RUN)
	$(PIP) --require-hashes -r requirements-setup.lock
	@touch $@

# Bytecode and expressions are compiled here once, for where the environment forbids Python to keep them each start would do so.
$(VENV)/.ready-to-run: requirements.lock pyproject.toml $(VENV)/.ready-to-build
	$(PIP) --require-hashes --no-build-isolation -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@PYTHONDONTWRITEBYTECODE= $(RUN) -m compileall -q kg
	@PYTHONDONTWRITEBYTECODE= $(RUN) -m kg build examples/pages --metadata examples/metadata.csv --out $(VENV)/warm --jobs 1 >/dev/null || :
	@rm -rf $(VENV)/warm
	@touch $@

$(VENV)/.ready-to-check: requirements-dev.lock $(VENV)/.ready-to-run
	$(PIP) --require-hashes --no-build-isolation -r requirements-dev.lock
	@touch $@
