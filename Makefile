# Two commands for a fresh Debian 12: `make demo` and `make test`. All else is CMake's.
PROGRAM := build/release/bin/pehchan

.PHONY: demo test build packages

demo: build
	test -f output/demo/roll.csv || $(PROGRAM) demo output/demo
	$(PROGRAM) issue --roll output/demo/roll.csv --photos output/demo/photos --out output/cards || test $$? -eq 1
	@echo "Look at output/cards: sheets-0001.pdf, previews/, report.html and withheld.csv"

test: build
	ctest --test-dir build/release --output-on-failure --parallel $$(nproc)

build: packages
	cmake --preset release
	cmake --build build/release

packages:
	scripts/install-packages
