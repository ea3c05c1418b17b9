# Two commands do everything on a fresh clone: `make run` and `make test`. See README.md.

BIN := .venv/bin

.PHONY: run test lint translations screenshots wheel clean

run: ## set up, then open the app on the sample review (without a display: make its card)
	@.ci/set-up
	@.ci/open

test: ## set up, then run every test, without a display
	@.ci/set-up --dev
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not alone"
	$(BIN)/python -m pytest -m alone

lint: ## lint, formatting, types, layer contracts
	@.ci/set-up --dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

translations: ## bring the translation files up to date with the source, and compile them
	@.ci/set-up --dev
	$(BIN)/python resources/translations/update.py

screenshots: ## make the pictures of docs/ anew
	@.ci/set-up --dev
	$(BIN)/python docs/make_screenshots.py

wheel: ## build the wheel and the source archive into dist/
	@.ci/set-up --dev
	$(BIN)/python -m hatchling build -d dist

clean: ## remove what these commands made
	rm -rf .venv .demo dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
