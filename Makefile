# SPDX-License-Identifier: EUPL-1.2
# Meedoen. Everything that is made lands in build/.
#
#   make             the add-in: build/meedoen.oxt, and unpacked in build/extensions/meedoen.budget/
#   make demo        what it does, on real figures, in a real office
#   make samples     the sheets as files to open and as templates, in build/samples/
#   make test        everything that proves it works; test-unit and test-component need no office, test-calc a real one
#   make dist        the add-in for every platform: Linux on x86-64 and arm64, Windows on x86-64, macOS on both
#   make release     that, and all else that goes to users with it, in build/release/
#   make fuzz        generated inputs for ten minutes; make sanitize, valgrind, coverage and mutation (long) test the tests too
#   make commands    the menu's commands over 300 drawn documents, 1,000 times each, and without memory: nothing may change or grow
#   make soak        10,000 edits at random in a real sheet, each answer held against a reference (half an hour)
#   make test-contrast  every sheet in a window in forced high contrast, on white and on black (seven minutes)
#   make handbook    the handbook alone, in build/handbook/; it is part of the add-in
#   make screenshots the Function Wizard in both languages, in build/screenshots/
#   make pictures    the handbook's own pictures, anew, in package/handbook/images/
#   make bench       how fast it is, beside what a user would write instead; takes some minutes and wants a quiet machine
#   make install     into your own LibreOffice, or with DESTDIR=... PREFIX=... among the extensions of all; make uninstall takes it out
#   make documents   the tables in README.md and LEESMIJ.md, and the pinned names and texts, from the catalogue
#   make check       no pinned name or text has changed, and no forbidden word stands in one; compilers, formatter and analysers have nothing to say
#   make clean

# ---- The office ---------------------------------------------------------------------------------------------------

OFFICE  ?= $(patsubst %/program/soffice,%,$(realpath $(shell command -v soffice)))
PROGRAM := $(OFFICE)/program
SDK     ?= $(OFFICE)/sdk
TYPES    = $(PROGRAM)/types.rdb $(PROGRAM)/types/offapi.rdb

# ---- Compiling ----------------------------------------------------------------------------------------------------

CC         = gcc
CFLAGS     = -O2 -g
WARNINGS   = -Wall -Wextra -Wpedantic -Wconversion -Wshadow
# C11 without fused multiply-add, for the product, its tests and its measurements: the same bits on every processor.
LANGUAGE  := $(shell cat functions/exact.flags)
STANDARD   = $(LANGUAGE) -isystem $(SDK)/include
HARDENING  = -fstack-protector-strong -fstack-clash-protection -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 $(BRANCHES_$(MACHINE))
# Jumps and returns that were tampered with end the process. No atomics of libgcc's, which are not compiled so.
BRANCHES_x86_64  = -fcf-protection
BRANCHES_aarch64 = -mbranch-protection=standard -mno-outline-atomics
MACHINE   := $(shell uname -m)
RELOCATE   = -ffile-prefix-map=$(CURDIR)=.
COMPILE    = $(CC) $(STANDARD) $(WARNINGS) -fPIC -fvisibility=hidden $(HARDENING) $(CFLAGS) $(RELOCATE) -MMD -MP
UNO_LIBS   = $(PROGRAM)/libuno_cppu.so.3 $(PROGRAM)/libuno_sal.so.3
UNO_PATH   = -Wl,-rpath,$(PROGRAM)
# Without start files: the library has nothing to start, and Debian's are not compiled with protected jumps.
LINK       = -shared -nostartfiles -Wl,--version-script=addin/exports.map -Wl,--no-undefined -Wl,-z,relro,-z,now -Wl,-z,noexecstack
STRIP      = strip --strip-unneeded
PLATFORM   = Linux_$(MACHINE)

objects    = $(patsubst %.c,build/%.o,$(1))
FUNCTIONS := $(call objects,$(wildcard functions/*.c functions/*/*.c))
ADDIN     := $(call objects,$(wildcard addin/*.c addin/*/*.c))
GENERATE  := $(call objects,$(wildcard package/*.c) addin/commands/entries.c addin/commands/rules.c)
UNIT      := $(patsubst %.c,build/%,$(wildcard tests/unit/test_*.c))
HANDBOOK  := $(foreach book,handboek handbook,handbook/$(book).html handbook/$(book).pdf)
PICTURES  := $(patsubst package/%,%,$(wildcard package/handbook/images/nl-*.png package/handbook/images/en-*.png))
# Of each workbook's source, its names in Dutch and in English.
WORKBOOKS := $(shell grep -l '^workbook ' samples/*.sheet)
names      = $(shell sed -n 's/^workbook  *\([a-z-]*\) | \([a-z-]*\)$$/\1 \2/p' $(1))
SAMPLES   := $(call names,$(WORKBOOKS))

.PHONY: all demo layout documents handbook samples screenshots pictures test-gui test-contrast test-language install uninstall test-unit test-component check clean test test-calc fuzz
.DELETE_ON_ERROR:
.SECONDARY:

all: build/meedoen.oxt

build/%.o: %.c build/flags
	@mkdir -p $(@D)
	$(COMPILE) -c $< -o $@

# ---- The add-in ---------------------------------------------------------------------------------------------------

EXTENSION  = build/extensions/meedoen.budget
PLATFORMS  = $(PLATFORM)
LIBRARY    = $(call library,$(PLATFORM))
VERSION   := $(shell sed -n 's/.*<version value="\(.*\)".*/\1/p' package/description.xml)
include package/platforms.mk

CONTENTS   = META-INF/manifest.xml description.xml XBudget.rdb CalcAddIns.xcu Paths.xcu Addons.xcu ProtocolHandler.xcu \
             LICENSE $(ABOUT) $(ICONS) $(HANDBOOK) $(PICTURES) \
             $(foreach platform,$(PLATFORMS),$(platform)/meedoen.components $(platform)/$(call library,$(platform))) \
             $(SAMPLES:%=templates/Meedoen/%.ots)
NOTES      = release-notes/nl.txt release-notes/en.txt
# A picture in two sizes for each entry of the menu, by its URL.
ENTRIES   := $(shell sed -n 's/.*\.url = MD_PROTOCOL "\([a-z-]*\)".*/\1/p' addin/commands/entries.c)
ICONS      = $(foreach entry,$(ENTRIES),icons/menu/$(entry)_16.png icons/menu/$(entry)_26.png)
ABOUT     := $(patsubst package/%,%,$(wildcard package/description/* package/icons/*.png)) $(NOTES)

# Without -lm: the functions get by with what libc has, and the office needs to load nothing more.
build/$(LIBRARY): $(ADDIN) $(FUNCTIONS) addin/exports.map
	$(CC) $(CFLAGS) $(LINK) -o $@ $(ADDIN) $(FUNCTIONS) $(UNO_LIBS)

# What the office's configuration gets of the extension, made from the catalogue and from the menu.
REGISTERED = build/CalcAddIns.xcu build/Addons.xcu build/ProtocolHandler.xcu

build/XBudget.rdb: idl/XBudget.idl
	$(SDK)/bin/unoidl-write $(TYPES) $< $@

build/generate: $(GENERATE) $(FUNCTIONS)
	$(CC) $(CFLAGS) -o $@ $^ -lm

build/CalcAddIns.xcu: build/generate
	build/generate xcu > $@
build/Addons.xcu: build/generate
	build/generate menu > $@
build/ProtocolHandler.xcu: build/generate
	build/generate protocol > $@
build/acceptance.fods: build/generate
	build/generate acceptance > $@
build/signatures.txt: build/generate
	build/generate signatures > $@
build/functions.md: build/generate
	build/generate readme-table > $@
build/functies.md: build/generate
	build/generate readme-table-nl > $@
build/icons/menu/%.png: package/menu_icons.py
	@mkdir -p $(@D)
	/usr/bin/python3 $< $(subst _, ,$*) > $@
build/release-notes/%.txt: CHANGELOG.md package/description.xml package/notes.sh
	@mkdir -p $(@D)
	package/notes.sh $* > $@

# The tables of the documents come from the catalogue, and what documents store and users read is pinned (tests/frozen.py, texts.py);
# `make check` fails when they lag behind.
build/README.md: README.md build/functions.md
	package/documents.sh functions build/functions.md < $< > $@
build/LEESMIJ.md: LEESMIJ.md build/functies.md
	package/documents.sh functies build/functies.md < $< > $@
documents: build/README.md build/LEESMIJ.md build/signatures.txt $(REGISTERED) $(NOTES:%=build/%)
	tests/frozen.py build/signatures.txt --add
	tests/texts.py build/CalcAddIns.xcu --write
	cp build/README.md build/LEESMIJ.md .

$(EXTENSION)/%: package/%
	@mkdir -p $(@D)
	cp $< $@
$(EXTENSION)/%: build/%
	@mkdir -p $(@D)
	cp $< $@
$(EXTENSION)/LICENSE: LICENSE
	@mkdir -p $(@D)
	cp $< $@
$(EXTENSION)/%/meedoen.components: package/meedoen.components
	@mkdir -p $(@D)
	sed 's/meedoen\.so/$(call library,$*)/' $< > $@
$(EXTENSION)/$(PLATFORM)/$(LIBRARY): build/$(LIBRARY)
	@mkdir -p $(@D)
	$(STRIP) -o $@ $<

$(EXTENSION)/templates/Meedoen/%.ots: build/samples/%.ots
	@mkdir -p $(@D)
	cp $< $@

build/meedoen.oxt: $(addprefix $(EXTENSION)/,$(CONTENTS)) build/contents package/pack.sh package/sbom.sh publiccode.yml
	sh package/pack.sh $(EXTENSION) $@ $(CONTENTS)

# Where build/release/ is put, for offices to look for a newer version: publiccode.yml says so, or PUBLISHED=https://...
PUBLISHED := $(shell sed -n 's/^landingURL: *//p' publiccode.yml)
# Where the sources are: publiccode.yml says that too, or REPOSITORY=https://...
REPOSITORY := $(shell sed -n 's/^url: *//p' publiccode.yml)

# What a command line may change is kept in build/flags and build/contents: what was made with other words is made again.
build/flags: KEPT = $(COMMANDS)
build/contents: KEPT = $(CONTENTS) $(PUBLISHED)
COMMANDS   = $(COMPILE) $(LINK) $(UNO_LIBS) $(UNO_PATH) $(STRIP) $(CROSS)
build/flags build/contents:
	@mkdir -p $(@D)
	@printf '%s\n' '$(strip $(KEPT))' > $@
kept       = $(shell cat build/$(1) 2>/dev/null)
ifneq ($(strip $(COMMANDS)),$(call kept,flags))
build/flags: FORCE
endif
ifneq ($(strip $(CONTENTS) $(PUBLISHED)),$(call kept,contents))
build/contents: FORCE
endif

ifdef PUBLISHED
$(EXTENSION)/description.xml: package/description.xml package/published.sh build/contents
	@mkdir -p $(@D)
	package/published.sh description $(PUBLISHED) > $@
else
$(EXTENSION)/description.xml: build/contents
endif

.PHONY: FORCE dist release test-release
release: dist build/acceptance.fods
	package/release.sh build/release build/meedoen.oxt '$(PUBLISHED)' '$(REPOSITORY)'
test-release: release
	tests/package/release.sh build/release '$(PUBLISHED)' '$(REPOSITORY)'
dist:
	sh tests/install-packages.sh dist
	$(MAKE) --silent build/meedoen.oxt PLATFORMS='$(DIST_PLATFORMS)'
	package/check.sh build/meedoen.oxt
	tests/component/hardened.sh build/meedoen.oxt

# ---- The handbook -------------------------------------------------------------------------------------------------

handbook: $(HANDBOOK:%=build/%)
# A blank line between chapters: a list at the end of one would swallow the heading of the next.
CHAPTERS = awk 'FNR == 1 { print "" } { print }'
build/handbook/handboek.md: build/generate $(wildcard package/handbook/nl/*.md)
	@mkdir -p $(@D)
	$(CHAPTERS) package/handbook/nl/*.md | build/generate handbook-nl > $@
build/handbook/handbook.md: build/generate $(wildcard package/handbook/en/*.md)
	@mkdir -p $(@D)
	$(CHAPTERS) package/handbook/en/*.md | build/generate handbook-en > $@
build/handbook/handboek.html: ABOUT_BOOK = nl "Handboek Meedoen"
build/handbook/handbook.html: ABOUT_BOOK = en "Handbook of Meedoen"
build/handbook/images/%.png: package/handbook/images/%.png
	@mkdir -p $(@D)
	cp $< $@
build/handbook/%.html: build/handbook/%.md package/handbook/make.sh package/handbook/style.css $(PICTURES:%=build/%)
	package/handbook/make.sh $(ABOUT_BOOK) $< $@
build/handbook/%.pdf: build/handbook/%.html ;

# Pictures of the Function Wizard and the menu, to be looked at; and those in the handbook, to be looked at and committed.
screenshots: build/meedoen.oxt build/acceptance.fods
	/usr/bin/python3 tests/gui/screenshots.py
pictures: build/meedoen.oxt samples
	/usr/bin/python3 tests/gui/pictures.py
test-gui: build/meedoen.oxt
	/usr/bin/python3 tests/gui/test_menu.py
	/usr/bin/python3 tests/gui/test_wizard.py
# Every sheet in forced high contrast, on white and on black: seven minutes.
test-contrast: build/meedoen.oxt samples
	/usr/bin/python3 tests/gui/test_high_contrast.py

# Into the office of the user who runs it; with DESTDIR or PREFIX unpacked among the extensions of everybody's office.
ifeq ($(DESTDIR)$(PREFIX),)
install: build/meedoen.oxt
	unopkg add --force --suppress-license $<
uninstall:
	unopkg remove meedoen.budget
else
INSTALLED  = $(DESTDIR)$(if $(PREFIX),$(PREFIX)/lib/libreoffice,$(OFFICE))/share/extensions/meedoen.budget
install: build/meedoen.oxt uninstall
	umask 022 && mkdir -p '$(INSTALLED)' && unzip -q $< -d '$(INSTALLED)'
uninstall:
	rm -rf '$(INSTALLED)'
endif

# ---- The sheets that people open ----------------------------------------------------------------------------------

samples: $(SAMPLES:%=build/samples/%.fods) $(SAMPLES:%=build/samples/%.ots)
SHEETS    := /usr/bin/python3 -B samples/generator build/signatures.txt
GENERATOR := build/signatures.txt $(filter-out $(WORKBOOKS),$(wildcard samples/*.sheet)) $(wildcard samples/generator/*.py samples/data/*.csv samples/previews/*.png)
# A workbook's source gives four files at once: in two languages, each to open and as a template.
define workbook
$(foreach name,$(call names,$(1)),build/samples/$(name).fods build/samples/$(name).ots) &: $(1) $(GENERATOR)
	@mkdir -p build/samples
	$(SHEETS) build/samples $(1)
endef
$(foreach source,$(WORKBOOKS),$(eval $(call workbook,$(source))))

# How the sheets print, and the previews of the templates, anew: to be looked at and committed.
layout: samples
	/usr/bin/python3 tests/calc/test_layout.py --renew

# The main job, in an office of its own; installs what is missing by apt-get. In Dutch where the user's language is.
demo:
	sh tests/install-packages.sh demo
	$(MAKE) --silent all samples build/demo/$(DEMO).fods
	samples/demo/demo.sh build/extensions build/demo/$(DEMO).fods build/samples/$(COUNCIL).fods $(SAMPLES:%=build/samples/%.fods)
	@printf '%s\n  %s\n' '$(if $(DUTCH),De extensie,The add-in)' '$(CURDIR)/build/meedoen.oxt'
DUTCH     := $(filter nl%,$(or $(LC_ALL),$(LC_MESSAGES),$(LANG)))
DEMO      := $(if $(DUTCH),voorbeeld,demo)
COUNCIL   := $(if $(DUTCH),raadscheck,council-check)
build/demo/voorbeeld.fods build/demo/demo.fods &: samples/demo/demo.sheet $(GENERATOR)
	@mkdir -p $(@D)
	$(SHEETS) build/demo samples/demo/demo.sheet

# ---- Tests --------------------------------------------------------------------------------------------------------

test-unit: $(UNIT)
	for test in $(UNIT); do $$test || exit 1; done
build/tests/unit/test_convert: build/addin/convert.o
build/tests/unit/test_convert: LIBS = $(UNO_LIBS) $(UNO_PATH)
# A test that stands between parts of what it tests says between which, in a file of words for the linker.
build/tests/unit/%: build/tests/unit/%.o $(FUNCTIONS)
	$(CC) $(CFLAGS) -o $@ $^ $(addprefix @,$(wildcard tests/unit/$*.link)) -lcmocka $(LIBS) -lm

# The built library, driven without an office, and its menu in one.
HOSTS      = build/tests/component/host build/tests/component/memory
test-component: $(HOSTS) all
	for host in $(HOSTS); do $$host build/meedoen.so || exit 1; done
	tests/component/hardened.sh build/meedoen.oxt
	/usr/bin/python3 tests/component/menu.py
$(HOSTS): %: %.o $(FUNCTIONS)
	$(CC) $(CFLAGS) -o $@ $^ $(UNO_LIBS) $(UNO_PATH) -ldl -lpthread

# BENCH_ROWS="342 10000" measures fewer sizes.
bench: build/tests/bench/core build/tests/bench/table build/meedoen.oxt
	tests/bench/run.sh $(OFFICE) $(SDK) $(BENCH_ROWS)
build/tests/bench/core build/tests/bench/table: build/tests/bench/%: build/tests/bench/%.o $(FUNCTIONS)
	$(CC) $(CFLAGS) -o $@ $^ -lm

.PHONY: bench sanitize valgrind coverage mutation system-calls
sanitize:
	tests/component/sanitize.sh $(OFFICE)
valgrind: build/tests/component/host build/meedoen.so $(UNIT)
	valgrind --quiet --error-exitcode=1 --leak-check=full --errors-for-leak-kinds=definite,indirect,possible $< build/meedoen.so
	for test in $(UNIT); do valgrind --quiet --error-exitcode=1 --leak-check=full $$test || exit 1; done

coverage: all
	tests/coverage.sh $(OFFICE)
# An hour and a half: each operator and constant of functions/ is broken in turn.
mutation:
	/usr/bin/python3 tests/mutation/mutate.py $(OFFICE)
# What a real office asks of the system on behalf of the add-in.
system-calls: all build/acceptance.fods
	/usr/bin/python3 tests/component/system_calls.py

# In a real office; one file of them: /usr/bin/python3 tests/calc/run.py test_examples.py
test-calc: build/meedoen.oxt build/acceptance.fods build/functions.md build/demo/demo.fods
	/usr/bin/python3 tests/calc/run.py

# Edits at random in one sheet with every function, held against a reference after each: SOAK_EDITS=200 is a short one.
.PHONY: soak
SOAK_EDITS ?= 10000
soak: build/meedoen.oxt
	/usr/bin/python3 tests/soak/soak.py $(SOAK_EDITS)

# The same tests as in test-calc with large counts; COMMAND_FIRST=... draws others.
.PHONY: commands
commands: build/meedoen.oxt build/acceptance.fods samples
	COMMAND_DOCUMENTS=$(or $(COMMAND_DOCUMENTS),300) COMMAND_RUNS=$(or $(COMMAND_RUNS),1000) \
	    COMMAND_REFUSALS=$(or $(COMMAND_REFUSALS),1000) /usr/bin/python3 tests/calc/run.py test_commands.py test_refusals.py

# Drawn sums, products and shares of money, each answer held against exact fractions: MONEY_CASES=100000 takes a minute.
.PHONY: money
MONEY_CASES ?= 1000000
money: build/tests/unit/test_money
	/usr/bin/python3 tests/reference/money.py $(MONEY_CASES) | $< -

# Inputs nobody thinks of: ten minutes, or FUZZ_SECONDS.
FUZZ_SECONDS ?= 600
fuzz:
	tests/fuzz/run.sh $(OFFICE) $(FUZZ_SECONDS)

# What needs no window and no whole office at once, on all processors; what does, by itself.
test:
	$(MAKE) --jobs=$(CORES) --output-sync=target check test-unit test-component sanitize valgrind test-package
	$(MAKE) test-calc
	$(MAKE) test-mac
	$(MAKE) fuzz FUZZ_SECONDS=60
	$(MAKE) test-gui

# The package itself; and on other releases, processors and systems. The Debian roots in build/roots/ take root (chroot), and ten
# minutes the first time.
.PHONY: platform-packages test-package test-mac test-releases test-arm64 test-windows reproducible
test-package: build/meedoen.oxt build/acceptance.fods
	package/check.sh $<
	tests/package/publiccode.py
	tests/package/rebuild.sh
	tests/package/install.sh
	tests/platforms/reproducible.sh all
# The macOS library, for want of a Mac in a loader of our own: the x86-64 half in the real office, the arm64 half under qemu.
test-mac: all build/MacOSX/meedoen.dylib build/acceptance.fods build/tests/component/host build/tests/platforms/digests
	tests/platforms/macos.sh $(OFFICE)
test-releases test-arm64 test-windows: platform-packages
platform-packages:
	sh tests/install-packages.sh platforms
test-releases: dist build/acceptance.fods
	tests/platforms/releases.sh bullseye bookworm trixie trixie-backports
test-arm64: dist build/acceptance.fods build/tests/platforms/digests
	tests/platforms/arm64.sh $(SDK)
test-windows: dist build/tests/platforms/digests
	tests/platforms/windows.sh $(SDK)
# What the other platforms must answer, to the bit.
build/tests/platforms/digests: build/tests/platforms/digest build/$(LIBRARY)
	$^ > $@
build/tests/platforms/digest: build/tests/platforms/digest.o $(FUNCTIONS)
	$(CC) $(CFLAGS) -o $@ $^ $(UNO_LIBS) $(UNO_PATH) -ldl
reproducible:
	tests/platforms/reproducible.sh release

# ---- Quality ------------------------------------------------------------------------------------------------------

PRODUCT := $(wildcard functions/*.c functions/*/*.c addin/*.c addin/*/*.c package/*.c)
SOURCES := $(PRODUCT) $(wildcard tests/*/*.c)
# Its arguments line by line, a few at a time on each processor.
CORES   := $(shell getconf _NPROCESSORS_ONLN)
EACH     = xargs -P $(CORES) -n 8
HEADERS := $(wildcard functions/*.h functions/*/*.h addin/*.h addin/*/*.h package/*.h package/*/*/*.h tests/*/*.h)

# What users read: no forbidden word, the office's own names, the sheet's own questions.
test-language: build/generate build/Addons.xcu samples
	OFFICE=$(OFFICE) /usr/bin/python3 tests/language/test_language.py

check: test-language build/README.md build/LEESMIJ.md build/signatures.txt $(REGISTERED) $(NOTES:%=build/%) build/MacOSX/meedoen.dylib
	tests/frozen.py build/signatures.txt
	tests/texts.py build/CalcAddIns.xcu
	tests/soak/complete.py build/signatures.txt
	cmp README.md build/README.md
	cmp LEESMIJ.md build/LEESMIJ.md
	tests/figures.sh
	tests/recipes.sh
	reuse lint > build/reuse.txt || { cat build/reuse.txt; exit 1; }
	clang-format --dry-run -Werror $(SOURCES) $(HEADERS) $(wildcard package/*/*.c tests/*/*/*.[ch])
	for compiler in gcc clang; do \
	    printf '%s\n' $(SOURCES) | $(EACH) $$compiler $(STANDARD) $(WARNINGS) -Werror -O2 -fsyntax-only || exit 1; \
	done
	for target in $(MACOS_x86_64) $(MACOS_aarch64); do \
	    clang --target=$$target $(STANDARD) $(WARNINGS) $(MACOS_FLAGS) -Werror -fsyntax-only \
	        $(filter-out package/%,$(PRODUCT)) || exit 1; \
	done
	printf '%s\n' $(PRODUCT) | $(EACH) sh -c 'clang-tidy --quiet --warnings-as-errors="*" "$$@" -- $(STANDARD)' -
	cppcheck --quiet --std=c11 --enable=warning,performance,portability --error-exitcode=1 $(PRODUCT)

clean:
	rm -rf build

-include $(shell find build -path build/roots -prune -o -path build/copies -prune -o -name '*.d' -print 2>/dev/null)
