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
empty :=
hash := \#
space := $(empty) $(empty)
tab := $(empty)	$(empty)
define newline


endef

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
modules := exchange check yearly verify render page type doc model xml base
packages.base := glib-2.0 gmp
packages.xml := libxml-2.0 libxslt libexslt
packages.doc := icu-i18n icu-uc
packages.type := harfbuzz harfbuzz-subset icu-i18n icu-uc fontconfig
packages.render := zlib
packages.verify := libqpdf zlib
libs.type := -lhyphen
libs.render := -lhpdf -lm
headers := hpdf.h hyphen.h
$(foreach m,$(modules),$(eval packages.$(m) ?=)$(eval libs.$(m) ?=))
packages := $(sort $(foreach m,$(modules),$(packages.$(m))))

# Asked of pkg-config once and kept; without it nothing can be compiled.
# What asks neither compiler nor libraries.
plain_goals := help clean distclean po uninstall deb deb-test \
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
uses.xml := xml $(uses.base)
uses.model := model $(uses.xml)
uses.check := check $(uses.model)
uses.exchange := exchange $(uses.model)
uses.yearly := yearly $(uses.model)
uses.verify := verify $(uses.xml)
uses.doc := doc $(uses.xml)
uses.type := type $(uses.xml)
uses.page := page type $(uses.doc)
uses.render := render $(uses.page)
modules.validate := check $(uses.yearly)
modules.aggregate := check $(uses.yearly)
modules.layout := $(uses.render)
modules.verify := $(uses.verify)
modules.import := $(uses.exchange)
modules.export := $(uses.exchange)
programs := $(filter validate aggregate layout verify import export,\
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

# --- data -> validate -> aggregate -> layout ---

# The lines of data/<dataset>/reports as words: annual:style=other:zh_CN:en
lines = $(filter-out $(hash)%,$(subst $(newline), ,$(subst $(space),:,$(subst \
  $(tab),:,$(file <$(1))))))
fields = $(strip $(subst :, ,$(1)))
template = $(firstword $(fields))
style = $(patsubst style=%,%,$(filter style=%,$(fields)))
langs = $(filter-out style=%,$(wordlist 2,99,$(fields)))
# A style that the line names is part of the report's name.
design = $(subst $(space),-,$(strip $(template) $(style)))

datasets := $(patsubst data/%/reports,%,$(wildcard data/*/reports))
years.of = $(sort $(patsubst data/$(1)/%.xml,%,\
  $(wildcard data/$(1)/[0-9]*.xml)))

# The edition that was published before: data/<dataset>/previous/<year>.xml
before.of = $(patsubst data/%,$(BUILD)/work/%,\
  $(sort $(wildcard data/$(1)/previous/[0-9]*.xml)))

# $(call dataset,name,its years,files of the edition before)
define dataset
$(call stamp_of,$(1).years,$(2) $(3:$(BUILD)/work/%=%))
valid += $(2:%=$(BUILD)/work/$(1)/%.xml) $(3)
aggregated += $(BUILD)/work/$(1)/aggregated.xml
$(BUILD)/work/$(1)/aggregated.xml: $(2:%=$(BUILD)/work/$(1)/%.xml) $(3)
$(BUILD)/work/$(1)/aggregated.xml: private previous := $(3:%=--previous=%)
$(BUILD)/work/$(1)/aggregated.xml: $(BUILD)/stamps/$(1).years
endef

# $(call report,dataset,template,style or none,language,name of the output)
define report
reports += $(OUT)/$(5)
lints += lint-$(5)
lint-$(5) $(OUT)/$(5).pdf $(OUT)/$(5).tex: $(BUILD)/work/$(1)/aggregated.xml
lint-$(5) $(OUT)/$(5).pdf $(OUT)/$(5).tex: private arguments := \
  --template=$(2).xsl$(3:%= --style=%.xml) --lang=$(4) \
  $(patsubst %,--source=$(BUILD)/work/$(1)/%.xml,$(call years.of,$(1))) \
  $(patsubst %,--previous=%,$(call before.of,$(1)))
endef

valid :=
aggregated :=
reports :=
lints :=
$(foreach d,$(datasets),$(if $(call years.of,$(d)),\
  $(eval $(call dataset,$(d),$(call years.of,$(d)),$(call before.of,$(d))))\
  $(foreach line,$(call lines,data/$(d)/reports),\
    $(foreach l,$(call langs,$(line)),\
      $(eval $(call report,$(d),$(call template,$(line)),$(call \
        style,$(line)),$(l),$(d)-$(call design,$(line))-$(lastword \
        $(call years.of,$(d))).$(l))))),\
  $(warning data/$(d) names reports but has no year; add \
    data/$(d)/<year>.xml)))
outputs := $(reports:=.pdf) $(reports:=.tex)
# A style that is new, or no more there, may be a template's own.
$(call stamp_of,styles,$(wildcard templates/*.xml))

# A dataset's own terms, where it has a file of them.
terms = $(wildcard data/$(*D)/terms.xml)
$(valid): $(BUILD)/work/%.xml: data/%.xml $(BUILD)/bin/validate $$(terms) \
  | $(share) $$(@D)/
	$(BUILD)/bin/validate $(terms:%=--terms=%) --depfile=$@.d -o $@ $<
$(aggregated): $(BUILD)/bin/aggregate | $(share) $$(@D)/
	$(BUILD)/bin/aggregate --depfile=$@.d $(previous) -o $@ \
	  $(filter-out $(patsubst --previous=%,%,$(previous)),$(filter \
	    $(valid),$^))
$(outputs): $(BUILD)/bin/layout $(BUILD)/stamps/styles \
  | $(share) $(OUT)/ $(BUILD)/dep/
	$(BUILD)/bin/layout $(arguments) --to=$(subst .,,$(suffix $@)) \
	  --depfile=$(BUILD)/dep/$(@F).d -o $@ $(filter %/aggregated.xml,$^)

# The class of the LaTeX sources stands beside them.
$(OUT)/gongbao.cls: templates/gongbao.cls | $(OUT)/
	cp $< $@.new
	mv $@.new $@

# Every line of every report against the rules of composition.
$(lints): $(BUILD)/bin/layout | $(share)
	$(BUILD)/bin/layout $(arguments) --lint --werror \
	  $(filter %/aggregated.xml,$^)
.PHONY: lint-reports $(lints)
lint-reports: $(lints)

.PHONY: all programs reports
all: programs reports
programs: $(bins) $(share)
reports: $(outputs) $(OUT)/gongbao.cls
# Nothing to do is said by silence, unless make was asked (make -q).
ifeq ($(findstring q,$(letters)),)
all programs reports: ; @:
endif

# Each report is what its data and its record give.
.PHONY: verify
verify: reports $(BUILD)/bin/verify
	@$(BUILD)/bin/verify $(reports:=.pdf)

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
# What reads PDFs for tests/report, with libraries of its own.
readers := $(patsubst tests/report/%.c,$(BUILD)/tests/%,\
  $(wildcard tests/report/*.c))
readers.packages := freetype2 glib-2.0 libqpdf
$(readers): $(BUILD)/tests/%: tests/report/%.c $(flags) $(tools) | $$(@D)/
	$(CC) @$(flags) $$(pkg-config --cflags $(readers.packages) | \
	  sed 's/-I/-isystem /g') $< $(ldflags) \
	  $$(pkg-config --libs $(readers.packages)) -o $@

# What looks at the structure of PDFs, with nothing of the modules'.
structure := $(BUILD)/tests/structure
$(structure): $(wildcard tests/structure/*.c tests/structure/*.h) $(flags) \
  $(tools) | $$(@D)/
	$(CC) @$(flags) $(filter %.c,$^) $(ldflags) $(pkg_libs.base) \
	  $(pkg_libs.verify) -o $@

run = BUILD=$(BUILD) OUT=$(OUT) CC='$(CC)' REPORTS='$(reports)' tests/run
.PHONY: check check-sources lint tex conformance bench reproducible-arm64
# $(T) chooses: make check T=validate/units
check: all $(unit) $(helpers) $(readers) $(structure)
	@$(run) $(T)
lint: programs
	@$(run) lint
check-sources: $(BUILD)/bin/validate | $(share)
	@test -n "$(SOURCES)" || { \
	  echo "make: say where the documents are: SOURCES=folder" >&2; exit 1; }
	$(BUILD)/bin/validate --sources $(SOURCES) --coverage --werror \
	  $(sort $(valid:$(BUILD)/work/%=data/%)) >$(BUILD)/coverage.txt
	@echo 'every numeral is listed in $(BUILD)/coverage.txt'
tex: all
	@BUILD=$(BUILD) OUT=$(OUT) tests/tex/run \
	  $(foreach r,$(reports),$(r).tex $(r).pdf)
conformance: all $(gallery)
	@BUILD=$(BUILD) OUT=$(OUT) tests/conformance/run $(reports:=.pdf) \
	  $(filter %.pdf,$(gallery))
reproducible-arm64: all
	@BUILD=$(BUILD) OUT=$(OUT) tests/arm64/run $(reports)
bench: all $(helpers)
	@BUILD=$(BUILD) OUT=$(OUT) tests/bench/run

# --- translations: msgids from the sources into .pot, then into each .po ---

.PHONY: po
po:
	tests/lint/pot.sh --update

# --- install, schedule, package ---

include packaging/install.mk

.PHONY: clean distclean help
clean:
	rm -rf build/release build/asan build/cov build/conformance build/arm64 \
	  build/deb
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
	@echo 'make lint              the rules on the source tree alone'
	@echo 'make lint-reports      lines of the reports that break a rule'
	@echo 'make verify            every report is made again from the data in it'
	@echo 'make tex               compiles the LaTeX sources (./setup --tex)'
	@echo 'make conformance        what veraPDF says of every PDF (Java, Maven)'
	@echo 'make gallery           the rules of composition: output/gallery.pdf'
	@echo 'make reproducible-arm64'
	@echo '                       the same bytes on another processor (emulated)'
	@echo 'make bench             time and memory of each stage'
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
-include $(valid:=.d) $(aggregated:=.d)
-include $(outputs:$(OUT)/%=$(BUILD)/dep/%.d)
endif
