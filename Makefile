# Copyright (C) Finch maintainers.
# SPDX-License-Identifier: Apache-2.0

CARGO := scripts/cargo.sh
PALLETS := pallet-staking-synth pallet-rate-curve pallet-auctions pallet-staking-derivatives pallet-buyback pallet-staking-etf pallet-options pallet-insurance
export CARGO_TERM_COLOR ?= auto
SHELL := bash
.SHELLFLAGS := -euo pipefail -c

.PHONY: help setup build devnet devnet-down devnet-status dev test quick e2e e2e-feeds e2e-etf e2e-derivatives \
        e2e-options e2e-margined e2e-insurance e2e-keeper lint format format-check manifests clippy docs bench-test feeder-test properties weights

help: ## Show the commands.
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## /  make \1\t/' | expand -t 24

setup: ## Install what is missing (system packages, wasm target, npm packages).
	@scripts/setup.sh

build: setup ## Build the node, the relay chain and everything that tests them. About 45 minutes from cold.
	@scripts/build.sh

devnet: build ## Start the relay chain and the parachain; Ctrl-C ends them. DETACH=1 returns when blocks are final.
	@scripts/devnet.sh up

devnet-down: ## End the network that `make devnet DETACH=1` started.
	@scripts/devnet.sh down

devnet-status: ## Show whether the network runs, and its links.
	@scripts/devnet.sh status

dev: build ## Start a single node with 1 s blocks and no relay chain, for quick trials.
	. scripts/env.sh; "$$CARGO_TARGET_DIR/debug/finch-node" --dev --tmp

test: ## Run all of CI: format, lint, docs, tests, benchmark tests, the wasm and the network.
	@scripts/test.sh

quick: ## Run the unit, property and journey tests only.
	$(CARGO) test --locked --workspace --lib --tests

e2e: ## Run the tour, end to end, against a running devnet.
	cd tests/e2e && npm test

e2e-feeds: ## Run the story of the feeds, end to end, against a running devnet; FINCH_SINGLE=1 for `make dev`.
	cd tests/e2e && npm run feeds

e2e-etf: ## Run the story of the staking ETF and the buyback, end to end, against a running devnet.
	cd tests/e2e && npm run etf

e2e-derivatives: ## Run the life of a series, end to end, against a running devnet; FINCH_SINGLE=1 for `make dev`.
	cd tests/e2e && npm run derivatives

e2e-options: ## Run the story of a covered put, end to end, against a running devnet; FINCH_SINGLE=1 for `make dev`.
	cd tests/e2e && npm run options

e2e-margined: ## Run the story of a margined put, end to end, against a devnet without a feeder; FINCH_SINGLE=1 for `make dev`.
	cd tests/e2e && npm run margined

e2e-insurance: ## Run the story of the insurance mutual, end to end, against a running devnet; FINCH_SINGLE=1 for `make dev`.
	cd tests/e2e && npm run insurance

e2e-keeper: ## Run the story of the keeper and 200 vaults, end to end, against a running devnet without a feeder.
	cd tests/e2e && npm run keeper

lint: format-check manifests clippy docs ## Check the format, the manifests, clippy and the docs.

format: ## Format the code.
	$(CARGO) fmt --all
	scripts/node_modules/.bin/taplo fmt

format-check:
	$(CARGO) fmt --all -- --check
	scripts/node_modules/.bin/taplo fmt --check 2>&1 | grep -v INFO || [ $${PIPESTATUS[0]} = 0 ]

manifests: ## Check that features are handed on, and where crates come from and under which licences.
	scripts/tool.sh zepter 1.88.2 run check
	scripts/tool.sh cargo-deny 0.20.2 --offline --locked -L error check bans licenses sources

clippy:
	LINT=1 $(CARGO) clippy --locked --all-targets -- -D warnings

docs: ## Build the API docs; warnings are errors.
	LINT=1 RUSTDOCFLAGS="-D warnings" $(CARGO) doc --locked --no-deps --document-private-items

bench-test: ## Run every benchmark once as a test.
	BENCH=1 $(CARGO) test --locked $(PALLETS:%=-p %) --features runtime-benchmarks --lib benchmark

properties: ## The long property runs: 10,000 sequences x 50 operations for each pallet, 1e6 cases of each property.
	@scripts/properties.sh

weights: setup ## Measure the weights of our pallets and write runtime/src/weights and docs/performance.md.
	@scripts/weights.sh

feeder-test: ## Run the feeder's tests on a clock that they move.
	. scripts/env.sh; CARGO_TARGET_DIR="$$FEEDER_DIR" cargo test --locked -p finch-feeder --features paused-time
