# The commands of the house. Each installs what it is missing first, and says so.
.PHONY: help run test demo bench mutants attack pictures paper-pictures package package-test windows windows-test
MAKEFLAGS += --no-print-directory

help:
	@echo 'make run       build the program and open it'
	@echo 'make demo      run the whole sample session without a window, into out/demo'
	@echo 'make test      check and test everything'
	@echo 'make bench     measure what must be fast, each number beside its goal'
	@echo 'make mutants   break the tally on purpose and see that the tests notice'
	@echo 'make attack    kills, faults, flipped bits and fuzzed readers, whole: about two hours'
	@echo 'make pictures  take the pictures of the README again'
	@echo 'make paper-pictures  take the pictures the papers are compared with again'
	@echo 'make package   what an office installs from: .deb, .rpm and a folder, into out/package'
	@echo 'make package-test  install, open and remove it in a bare Debian 12 and 13 (needs root)'
	@echo 'make windows   the same for Windows, built here, into out/windows'
	@echo 'make windows-test  try it under wine: the same bytes as here'

run:
	@tools/run

demo:
	@tools/prepare demo
	@tools/build
	@target/debug/piaojue-cli demo --out out/demo --force

test:
	@tools/check

# The windows are measured in the program as users have it; what drives them need not be built for speed.
bench: ui/dist/index.html
	@tools/prepare test
	@cargo bench --quiet --workspace --bench measures; counted=$$?; \
	tools/build --quiet --release --features piaojue/driven && \
	PIAOJUE_BIN=$(CURDIR)/target/release/piaojue cargo bench --quiet --profile dev --workspace --bench latency && exit $$counted

mutants:
	@tools/mutants

attack:
	@tools/attack

pictures: ui/dist/index.html
	@tools/prepare test
	@cargo build --workspace --all-targets
	@PIAOJUE_PICTURES=$(CURDIR)/docs/screenshots cargo test --workspace --test windows

# The pictures every paper is compared with; look at them before keeping them.
paper-pictures:
	@tools/prepare test
	@PIAOJUE_RENEW_PICTURES=1 cargo test --quiet --workspace --test sheets

package:
	@tools/package

package-test:
	@tools/package-test

windows:
	@tools/windows

windows-test:
	@tools/windows-test

# The front end: packages as locked, then the two pages.
ui/node_modules/.installed: ui/package-lock.json
	@cd ui && npm ci --no-progress --loglevel=error && touch node_modules/.installed

ui/dist/index.html: ui/node_modules/.installed $(shell find ui -maxdepth 1 -type f) $(shell find ui/src -type f)
	@cd ui && npm run --silent build -- --logLevel warn
