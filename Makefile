# What CI runs is what people run. Needs cargo, python3, gcc and make; everything else that a
# target needs it installs into .venv, or says SKIPPED. With STRICT=1 a skip fails.

CARGO ?= cargo
PYTHON ?= python3

# $(call with,program,command): runs the command if the program is there.
with = if command -v $(1) >/dev/null; then $(2); \
	else echo "SKIPPED: $(1) is missing"; [ "$(STRICT)" != 1 ]; fi

.PHONY: demo test test-rust test-python test-arrow test-features test-changing bless wheels package \
	lint bench bench-own instructions fuzz constant-time mutants deep install uninstall clean receivers callers \
	load

demo: ## The three jobs on real input
	$(CARGO) run --locked --package idenfy-rules --example demo

test: test-rust test-python ## Every test

test-rust:
	$(CARGO) test --locked

test-python:
	PYTHON="$(PYTHON)" sh py/check.sh test

test-arrow: ## Batches of Arrow, with DuckDB and Polars: some 150 MB of wheels
	PYTHON="$(PYTHON)" sh py/check.sh arrow

test-features: ## The vectors in a program whose other crates ask more of our dependencies
	$(CARGO) test --locked --package idenfy-rules-tests --features unified-features \
		--test conformance --test differential --test differential_token --test properties

test-changing: ## Follows docs/changing.md in a copy of the tree
	CARGO="$(CARGO)" $(PYTHON) tests/changing.py

bless: ## Writes anew what is generated from the tables; then look at `git diff`
	BLESS=1 $(CARGO) test --locked --tests up_to_date
	PYTHON="$(PYTHON)" sh py/check.sh bless

wheels: ## Source archive and from it one wheel, tested on every CPython that is there
	PYTHON="$(PYTHON)" sh py/check.sh wheels

# Cargo takes what is committed only. Nothing is published: docs/stability.md says what that takes.
package: wheels ## Builds what is released and checks it: crate, source archive, wheel, C library
	rm -f $(or $(CARGO_TARGET_DIR),target)/package/*.crate
	$(CARGO) package --locked --package idenfy-rules
	$(PYTHON) tests/package.py $(or $(CARGO_TARGET_DIR),target)/package/*.crate
	$(CARGO) test --locked --test c_install

lint: ## Formatting, lints, documentation, types
	$(CARGO) fmt --all --check
	$(CARGO) clippy --locked --workspace --exclude idenfy-receiver --exclude idenfy-caller \
		--all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --locked --no-deps --package idenfy-rules
	@$(call with,cargo-machete,$(CARGO) machete --skip-target-dir)
	@$(call with,cargo-deny,$(CARGO) deny --offline check bans licenses sources)
	PYTHON="$(PYTHON)" sh py/check.sh lint

DATE ?= $(shell date -u +%F)

bench: ## What a call costs beside what one would use instead; writes benches/RESULTS.md
	DATE=$(DATE) CARGO="$(CARGO)" PYTHON="$(PYTHON)" sh benches/peers/run.sh all

bench-own: ## The same without the other engines; only prints
	$(CARGO) bench --locked --bench analysis
	CARGO="$(CARGO)" PYTHON="$(PYTHON)" sh benches/peers/run.sh own

instructions: ## Instructions of the main paths, against benches/instructions/counts.json
	CARGO="$(CARGO)" $(PYTHON) benches/instructions/check.py

TIME ?= 60

fuzz: ## Every fuzz target for TIME seconds
	CARGO="$(CARGO)" sh fuzz/run.sh $(TIME)
	PYTHON="$(PYTHON)" sh py/check.sh fuzz $(TIME)

constant-time: ## Whether the time of a check tells anything about the right signature
	CARGO="$(CARGO)" sh benches/constant-time/run.sh

mutants: ## Changes one file of core in every small way: make mutants FILE=core/src/...
	CARGO="$(CARGO)" sh tests/mutants.sh $(FILE)

deep: ## What takes longer: 100,000 cases a property, a million calls, sanitizers, fuzzing, Spark, load
	PROPTEST_CASES=100000 FUZZ_CASES=20000 AGREEMENT_CASES=20000 SIZES=full $(CARGO) test --locked --release
	AGREEMENT_CASES=20000 PYTHON="$(PYTHON)" CALLS=1000000 sh py/check.sh test
	PYTHON="$(PYTHON)" sh py/check.sh twice
	CARGO="$(CARGO)" sh tests/c/asan.sh
	$(MAKE) fuzz TIME=$(TIME)
	CARGO="$(CARGO)" sh tests/cover.sh
	CARGO="$(CARGO)" PYTHON="$(PYTHON)" sh tests/browser.sh
	PYTHON="$(PYTHON)" sh py/check.sh spark
	CARGO="$(CARGO)" PYTHON="$(PYTHON)" sh tests/load/run.sh load

receivers: ## Tests them in every language over real HTTP: killed, busy, refused, cut off, loaded
	$(CARGO) clippy --locked --package idenfy-receiver -- -D warnings
	CARGO="$(CARGO)" PYTHON="$(PYTHON)" sh tests/receivers/run.sh receivers
	CARGO="$(CARGO)" PYTHON="$(PYTHON)" sh tests/load/run.sh test

callers: ## Tests them in every language over real HTTP
	$(CARGO) clippy --locked --package idenfy-caller -- -D warnings
	CARGO="$(CARGO)" PYTHON="$(PYTHON)" sh tests/receivers/run.sh callers

load: ## Ten minutes of mixed deliveries: make load MINUTES=10 RECEIVER=rust
	CARGO="$(CARGO)" PYTHON="$(PYTHON)" MINUTES="$(MINUTES)" RECEIVER="$(RECEIVER)" \
		sh tests/load/run.sh load

# What they are told through the environment stands in docs/receivers.md and docs/callers.md.
receiver-%: ## Builds and starts a receiver of webhooks: receiver-rust, -python, -cpp, -c
	@CARGO="$(CARGO)" PYTHON="$(PYTHON)" sh receivers/run.sh start $*

caller-%: ## Builds and starts a caller of the API: caller-rust, -python REQUEST=request.json
	@CARGO="$(CARGO)" PYTHON="$(PYTHON)" sh callers/run.sh start $* "$(REQUEST)"

# PREFIX, DESTDIR, LIBDIR and INCLUDEDIR go through the environment.
install: ## The C library for other programs: make install PREFIX=/usr/local DESTDIR=
	CARGO="$(CARGO)" sh ffi-c/install/install.sh install

uninstall: ## Takes it away again, given the same PREFIX and DESTDIR
	CARGO="$(CARGO)" sh ffi-c/install/install.sh uninstall

clean: ## Everything that was built
	$(CARGO) clean
	rm -rf .venv py/target
