# gongbao: data -> validate -> aggregate -> layout -> output.  make help.
#
# Adding or deleting a source file, a dataset, a year, a report, a template or
# a translation needs no edit here: files are found by wildcard, and what was
# found is kept in stamps that change only when the list does.

MAKEFLAGS += -rR --warn-undefined-variables
SHELL := /bin/sh
.SHELLFLAGS := -euc
.DELETE_ON_ERROR:
.SECONDEXPANSION:
.DEFAULT_GOAL := all
MAKECMDGOALS ?=

MODE := release
BUILD := build/$(MODE)
OUT := $(if $(filter release,$(MODE)),output,$(BUILD)/output)
PREFIX ?= /usr/local
DESTDIR ?=
SOURCES :=
T :=
CPPFLAGS ?=
CFLAGS ?=
LDFLAGS ?=
ifneq ($(filter default undefined,$(origin CC)),)
CC := cc
endif
ifneq ($(filter default undefined,$(origin AR)),)
AR := ar
endif

# The single letters among the flags: q, n, s, ...
letters := $(firstword -$(MAKEFLAGS))

# --- modes, compiler, libraries ---

modes := release asan cov
ifeq ($(filter $(MODE),$(modes)),)
$(error MODE is "$(MODE)"; use one of: $(modes))
endif
cflags.release := -O2 -g
cflags.asan := -O1 -g -fsanitize=address,undefined \
  -fno-sanitize-recover=undefined -fno-omit-frame-pointer
cflags.cov := -O0 -g --coverage
warnings := -Wall -Wextra -Wpedantic -Wshadow -Wconversion \
  -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wformat=2 -Wundef \
  -Wwrite-strings -Wswitch-enum -Werror
cflags := -std=c17 $(warnings) $(cflags.$(MODE)) $(CFLAGS)

# What a module uses; a program or a test links what its modules use.
modules := release run exchange check yearly verify render page type doc model \
  xml base
packages.base := glib-2.0 gmp
packages.xml := libxml-2.0 libxslt libexslt
packages.doc := icu-i18n icu-uc
packages.type := harfbuzz harfbuzz-subset icu-i18n icu-uc fontconfig
packages.render := zlib
packages.verify := libqpdf zlib
packages.release := gio-2.0
libs.type := -lhyphen
libs.render := -lhpdf -lm
headers := hpdf.h hyphen.h
$(foreach m,$(modules),$(eval packages.$(m) ?=)$(eval libs.$(m) ?=))
packages := $(sort $(foreach m,$(modules),$(packages.$(m))))

# Asked of pkg-config once and kept; without it nothing can be compiled.
# What asks neither compiler nor libraries.
plain_goals := help clean distclean po uninstall deb \
  $(foreach s,cron systemd logrotate,install-$(s) uninstall-$(s))
needs_compiler := $(filter-out $(plain_goals),$(or $(MAKECMDGOALS),all))
ifneq ($(needs_compiler),)
include $(BUILD)/pkg.mk
endif
$(BUILD)/pkg.mk: Makefile | $$(@D)/
	@missing=; \
	for tool in $(CC) pkg-config msgfmt; do \
	  command -v $$tool >/dev/null || missing="$$missing $$tool"; \
	done; \
	test -n "$$missing" || for p in $(packages); do \
	  pkg-config --exists $$p || missing="$$missing $$p"; \
	done; \
	test -n "$$missing" || for h in $(headers); do \
	  echo "#include <$$h>" | $(CC) $(CPPFLAGS) -E -xc - >/dev/null 2>&1 \
	    || missing="$$missing $$h"; \
	done; \
	if test -n "$$missing"; then \
	  echo "make: not installed:$$missing; run ./setup" >&2; exit 1; \
	fi
	@{ echo "pkg_cflags := $$(pkg-config --cflags $(packages) | \
	  sed 's/-I/-isystem /g')"; \
	$(foreach m,$(modules),$(if $(packages.$(m)),\
	  echo "pkg_libs.$(m) := $$(pkg-config --libs $(packages.$(m)))";)) \
	} >$@.new
	@mv $@.new $@

cppflags = -Ipipeline -D_XOPEN_SOURCE=700 $(pkg_cflags) $(CPPFLAGS)
# $(call libs,modules): one -l each, the first time it is named.
libs = $(sort $(foreach m,$(1),$(pkg_libs.$(m)))) \
  $(foreach m,$(1),$(libs.$(m)))
pkg_cflags ?=
$(foreach m,$(modules),$(eval pkg_libs.$(m) ?=))
ldflags := -Wl,--as-needed $(LDFLAGS)

# --- folders and stamps ---

# A stamp is written when its text changes, while this file is read: a
# deleted source then relinks, changed flags recompile, and nothing else does.
define stamp
ifneq ($$(stamp.text),$$(strip $$(file <$(BUILD)/stamps/$(1))))
$$(if $$(wildcard $(BUILD)/stamps/),,$$(shell mkdir -p $(BUILD)/stamps))
$$(file >$(BUILD)/stamps/$(1),$$(stamp.text))
endif
endef
stamping := $(if $(findstring n,$(letters)),,$(needs_compiler))
ifneq ($(stamping),)
# $(call stamp_of,name,text)
stamp_of = $(eval stamp.text := $(strip $(2)))$(eval $(call stamp,$(1)))
else
stamp_of =
endif
$(BUILD)/stamps/%: ;
%/: ; @mkdir -p $@
.PRECIOUS: %/

# --- programs: pipeline/<program>.c and its modules, highest first ---

# What each module may call, highest first.
uses.base := base
uses.run := run $(uses.base)
uses.xml := xml $(uses.base)
uses.model := model $(uses.xml)
uses.check := check $(uses.model)
uses.exchange := exchange $(uses.model)
uses.yearly := yearly $(uses.model)
uses.verify := verify $(uses.xml)
uses.doc := doc $(uses.xml)
uses.type := type $(uses.xml)
uses.page := page type $(uses.doc)
uses.release := release run model verify type $(uses.doc)
uses.render := render $(uses.page)
modules.validate := check $(uses.yearly)
modules.aggregate := check $(uses.yearly)
modules.layout := $(uses.render)
modules.verify := $(uses.verify)
modules.import := $(uses.exchange)
modules.export := $(uses.exchange)
modules.run := $(uses.run)
modules.release := $(uses.release)
programs := $(filter validate aggregate layout verify import export run \
  release,\
  $(patsubst pipeline/%.c,%,$(wildcard pipeline/*.c)))
bins := $(programs:%=$(BUILD)/bin/%)

srcs := $(wildcard pipeline/*.c $(modules:%=pipeline/%/*.c))
objs.of = $(patsubst pipeline/%.c,$(BUILD)/obj/%.o,$(filter pipeline/$(1)/%,\
  $(srcs)))
# The compiler reads its flags from their stamp.
flags := $(BUILD)/stamps/flags
tools := $(BUILD)/stamps/tools
$(call stamp_of,flags,$(cppflags) $(cflags))
$(call stamp_of,tools,$(CC) $(AR) $(cflags.$(MODE)) $(ldflags) $(call libs,\
  $(modules)))
$(foreach m,$(modules),$(call stamp_of,$(m).objs,$(call objs.of,$(m))))

$(srcs:pipeline/%.c=$(BUILD)/obj/%.o): $(BUILD)/obj/%.o: pipeline/%.c \
  $(flags) $(tools) | $$(@D)/
	$(CC) @$(flags) -MMD -MP -c $< -o $@

# An archive a module: a program takes from it the parts it calls.
archives = $(patsubst %,$(BUILD)/lib/%.a,$(1))
$(call archives,$(modules)): $(BUILD)/lib/%.a: $$(call objs.of,$$*) \
  $(BUILD)/stamps/%.objs | $$(@D)/
	@rm -f $@
	$(AR) rcs $@ $(filter %.o,$^)

$(bins): $(BUILD)/bin/%: $(BUILD)/obj/%.o \
  $$(call archives,$$(modules.$$*)) | $$(@D)/
	$(CC) $(cflags.$(MODE)) $(ldflags) $(filter %.o %.a,$^) \
	  $(call libs,$(modules.$*)) -o $@

# --- what the programs find in ../share ---

catalogues := \
  $(patsubst pipeline/po/%.po,%/LC_MESSAGES/gongbao.mo,\
    $(wildcard pipeline/po/*.po)) \
  $(patsubst templates/po/%.po,%/LC_MESSAGES/gongbao-report.mo,\
    $(wildcard templates/po/*.po))
catalogues := $(catalogues:%=$(BUILD)/share/locale/%)
msgfmt = msgfmt --check --no-hash -o $@ $<
$(filter %/gongbao.mo,$(catalogues)): \
  $(BUILD)/share/locale/%/LC_MESSAGES/gongbao.mo: pipeline/po/%.po | $$(@D)/
	$(msgfmt)
$(filter %/gongbao-report.mo,$(catalogues)): \
  $(BUILD)/share/locale/%/LC_MESSAGES/gongbao-report.mo: templates/po/%.po \
  | $$(@D)/
	$(msgfmt)

links := $(addprefix $(BUILD)/share/gongbao/,schema templates fonts)
$(BUILD)/share/gongbao/schema: | data/schema/
$(BUILD)/share/gongbao/templates: | templates/
$(BUILD)/share/gongbao/fonts: | fonts/
$(links): | $(BUILD)/share/gongbao/
	ln -srn $(firstword $(filter-out $(@D)/,$|)) $@
share := $(catalogues) $(links)

# --- data -> validate -> aggregate -> layout: by content, so run decides ---

force:
.PHONY: force
run.words := --work=$(BUILD)/work --output=$(OUT)
# make -j alone sets no bound, and run has one of its own.
run.jobs = $(patsubst -j%,--jobs=%,$(filter-out -j,$(filter -j%,$(MAKEFLAGS))))
# Who calls make twice at the same time wants both; a scheduler wants to know.
run.wait := --wait=600
# make -n says what would be made, too.
run.reports = $(BUILD)/bin/run --reports $(run.words) $(if $(findstring \
  n,$(letters)),--dry-run,$(run.wait) $(run.jobs))

.PHONY: all programs reports
all: programs reports
programs: $(bins) $(share)
ifeq ($(findstring q,$(letters)),)
reports: programs
	+@$(if $(findstring n,$(letters)),test ! -x $(BUILD)/bin/run ||) \
	  $(run.reports)
# One of them: make output/NAME.pdf
$(OUT)/%: force | programs
	+@$(run.reports) --only=$@
# Nothing to do is said by silence.
ifeq ($(findstring n,$(letters)),)
all programs: ; @:
endif
else
# make -q: run is asked while this file is read, for make itself would take a
# command that it may run for one that makes something.
asked := $(filter $(OUT)/%,$(MAKECMDGOALS))
ifneq ($(asked)$(filter all reports,$(or $(MAKECMDGOALS),all)),)
ifneq ($(shell test -x $(BUILD)/bin/run && \
  $(BUILD)/bin/run --question $(run.words) \
  $(if $(filter all reports,$(or $(MAKECMDGOALS),all)),,$(asked:%=--only=%)) \
  && echo current),current)
reports $(asked): force ; @:
else
reports: programs
$(asked): ;
endif
endif
endif

# Every line of every report against the rules of composition.
.PHONY: lint-reports
lint-reports: programs
	+@$(BUILD)/bin/run --lint $(run.words) $(run.wait) $(run.jobs)

# What a scheduler calls: reports, and a release as gongbao.conf says.
.PHONY: release status
release: programs
	+@$(filter-out --reports $(run.wait),$(run.reports))
status: programs
	@$(BUILD)/bin/run --status $(run.words)

# The paths of all reports without their endings, while a command runs.
reports.now = $(BUILD)/bin/run --list=reports $(run.words)

# Each report is what its data and its record give.
.PHONY: verify
verify: reports $(BUILD)/bin/verify
	@$(reports.now) | sed 's/$$/.pdf/' | tr '\n' '\0' | \
	  xargs -0r $(BUILD)/bin/verify

# The rules of composition, each with and without.
gallery := $(OUT)/gallery.pdf $(OUT)/gallery.tex
.PHONY: gallery
gallery: $(gallery)
$(gallery): docs/gallery/gallery.xml docs/gallery/style.xml \
  templates/style.xml $(BUILD)/bin/layout | $(share) $(OUT)/
	$(BUILD)/bin/layout --style=docs/gallery/style.xml \
	  --to=$(subst .,,$(suffix $@)) -o $@ $<

# --- tests ---

unit := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,\
  $(wildcard tests/unit/*_test.c))
helpers := $(patsubst tests/bench/%.c,$(BUILD)/tests/%,\
  $(wildcard tests/bench/*.c))
$(unit:$(BUILD)/unit/%=$(BUILD)/obj/unit/%.o): $(BUILD)/obj/unit/%.o: \
  tests/unit/%.c $(flags) $(tools) | $$(@D)/
	$(CC) @$(flags) -MMD -MP -c $< -o $@
# tests/unit/<module>_<file>_test.c may use what its module may.
uses.of = $(uses.$(firstword $(subst _, ,$(1))))
$(unit): $(BUILD)/unit/%: $(BUILD)/obj/unit/%.o \
  $$(call archives,$$(call uses.of,$$*)) | $$(@D)/
	$(CC) $(cflags.$(MODE)) $(ldflags) $(filter %.o %.a,$^) \
	  $(call libs,$(call uses.of,$*)) -o $@
$(helpers): $(BUILD)/tests/%: tests/bench/%.c $(flags) $(tools) | $$(@D)/
	$(CC) @$(flags) $< $(ldflags) -o $@
# What makes calls on files fail; it comes before the C library.
shim := $(BUILD)/tests/shim.so
$(shim): tests/faults/shim.c $(flags) $(tools) | $$(@D)/
	$(CC) -std=c17 $(warnings) -O2 -D_GNU_SOURCE -fPIC -shared $< -o $@
# What reads PDFs for tests/report, with libraries of its own.
readers := $(patsubst tests/report/%.c,$(BUILD)/tests/%,\
  $(wildcard tests/report/*.c))
readers.packages := freetype2 glib-2.0 libqpdf
$(readers): $(BUILD)/tests/%: tests/report/%.c $(flags) $(tools) | $$(@D)/
	$(CC) @$(flags) $$(pkg-config --cflags $(readers.packages) | \
	  sed 's/-I/-isystem /g') $< $(ldflags) \
	  $$(pkg-config --libs $(readers.packages)) -o $@

# What makes the pages of a manifest without a release.
pages := $(BUILD)/tests/pages
$(pages): tests/pages/pages.c $(flags) $(tools) \
  $(call archives,$(uses.release))
	$(CC) @$(flags) $< $(ldflags) $(filter %.a,$^) \
	  $(call libs,$(uses.release)) -o $@

# What looks at the structure of PDFs, with nothing of the modules'.
structure := $(BUILD)/tests/structure
$(structure): $(wildcard tests/structure/*.c tests/structure/*.h) $(flags) \
  $(tools) | $$(@D)/
	$(CC) @$(flags) $(filter %.c,$^) $(ldflags) $(pkg_libs.base) \
	  $(pkg_libs.verify) -o $@

run = BUILD=$(BUILD) OUT=$(OUT) CC='$(CC)' \
  REPORTS="$$($(reports.now) | tr '\n' ' ')" tests/run
.PHONY: check check-sources faults lint tex conformance bench bench-many \
  reproducible-arm64 cluster-test rap-report
# $(T) chooses: make check T=validate/units
check: all $(unit) $(helpers) $(readers) $(structure) $(shim) $(pages)
	@$(run) $(T)
lint: programs
	@$(run) lint
# Each call that can fail, and a thousand moments of being killed.
faults: all $(shim)
	@FAULTS=all $(run) faults/o
check-sources: $(BUILD)/bin/run $(BUILD)/bin/validate | $(share)
	@test -n "$(SOURCES)" || { \
	  echo "make: say where the documents are: SOURCES=folder" >&2; exit 1; }
	$(BUILD)/bin/run --list=files $(run.words) | tr '\n' '\0' | xargs -0r \
	  $(BUILD)/bin/validate --sources $(SOURCES) --coverage --werror \
	  >$(BUILD)/coverage.txt
	@echo 'every numeral is listed in $(BUILD)/coverage.txt'
tex: all
	@BUILD=$(BUILD) OUT=$(OUT) tests/tex/run \
	  $$($(reports.now) | sed 'h;s/$$/.tex/;p;g;s/$$/.pdf/')
conformance: all $(gallery)
	@BUILD=$(BUILD) OUT=$(OUT) tests/conformance/run \
	  $$($(reports.now) | sed 's/$$/.pdf/') $(filter %.pdf,$(gallery))
# The pages of a release in a browser; pictures of them in build/browser.
.PHONY: browser-test
browser-test: all $(pages)
	@BUILD=$(BUILD) OUT=$(OUT) tests/browser/run
reproducible-arm64: all
	@BUILD=$(BUILD) OUT=$(OUT) tests/arm64/run $$($(reports.now))
rap-report: programs
	@BUILD=$(BUILD) OUT=$(OUT) tests/rap/report
cluster-test: programs
	@BUILD=$(BUILD) OUT=$(OUT) tests/cluster/run
bench: all $(helpers)
	@BUILD=$(BUILD) OUT=$(OUT) tests/bench/run
bench-many: programs $(helpers)
	@BUILD=$(BUILD) OUT=$(OUT) tests/bench/many-run

# --- translations: msgids from the sources into .pot, then into each .po ---

.PHONY: po
po:
	tests/lint/pot.sh --update

# --- install, schedule, package ---

include packaging/install.mk

.PHONY: clean distclean help
clean:
	rm -rf build/release build/asan build/cov build/conformance build/arm64 \
	  build/browser build/deb
distclean: clean
	rm -rf build
	rm -f output/*.pdf output/*.tex output/gongbao.cls
	rm -rf output/*.data

help:
	@echo 'make                   every report: output/*.pdf and output/*.tex'
	@echo 'make programs          the programs alone'
	@echo 'make check             every test; T="validate cli": only those'
	@echo 'make check MODE=asan   the same under address and UB sanitizers'
	@echo 'make check-sources SOURCES=folder'
	@echo '                       every cited figure against its document,'
	@echo '                       every numeral of it accounted for'
	@echo 'make faults            every call failing, 1,000 moments of kill -9'
	@echo 'make lint              the rules on the source tree alone'
	@echo 'make lint-reports      lines of the reports that break a rule'
	@echo 'make status            the last run, and how old each report is'
	@echo 'make release           reports, and what gongbao.conf says of a release'
	@echo 'make verify            every report is made again from the data in it'
	@echo 'make tex               compiles the LaTeX sources (./setup --tex)'
	@echo 'make conformance        what veraPDF says of every PDF (Java, Maven)'
	@echo 'make browser-test       the pages of a release in Chromium (Java, Maven)'
	@echo 'make gallery           the rules of composition: output/gallery.pdf'
	@echo 'make reproducible-arm64'
	@echo '                       the same bytes on another processor (emulated)'
	@echo 'make cluster-test      on three nodes of Slurm, one of which dies, and by'
	@echo '                       GNU parallel: the same release (./setup --cluster)'
	@echo 'make rap-report        how it meets each criterion of reproducible'
	@echo '                       analytical pipelines, checked'
	@echo 'make bench             time and memory of each stage'
	@echo 'make bench-many        the same of 5,000 reports in one run'
	@echo 'make po                translation catalogues from the sources'
	@echo 'make install           to DESTDIR, PREFIX ($(PREFIX))'
	@echo 'make uninstall         removes what install put there'
	@echo 'make install-cron      PROJECT=folder AT="15 6 * * *": shows what it'
	@echo 'make install-systemd   would do to have its reports made every day,'
	@echo 'make install-logrotate and its record rotated; CONFIRM=yes does it,'
	@echo '                       make uninstall-cron ... takes it away'
	@echo 'make deb               a Debian package, in build/deb (./setup --deb)'
	@echo 'make deb-test          builds, installs, uses and removes it (root)'
	@echo 'make clean             what was built; reports stay'
	@echo 'make distclean         what was built, and the reports'
	@echo 'MODE=release|asan|cov  its own folder: build/<mode>'

# --- dependencies that the compiler and the programs wrote ---

ifneq ($(needs_compiler),)
-include $(srcs:pipeline/%.c=$(BUILD)/obj/%.d)
-include $(unit:$(BUILD)/unit/%=$(BUILD)/obj/unit/%.d)
endif
