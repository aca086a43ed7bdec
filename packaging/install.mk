# What is installed, scheduled and packaged; included by the Makefile.

# --- install: nothing here asks pkg-config; the programs are compiled ---

share_to = $(DESTDIR)$(PREFIX)/share
lib_to = $(DESTDIR)$(PREFIX)/lib
man_pages := $(notdir $(wildcard pipeline/*.1 pipeline/*.5))
man_to = $(foreach m,$(1),$(share_to)/man/man$(subst .,,$(suffix \
  $(m)))/$(patsubst gongbao-gongbao%,gongbao%,gongbao-$(m)))
completions := $(share_to)/bash-completion/completions
units := $(notdir $(wildcard packaging/systemd/*.service \
  packaging/systemd/*.timer))
unattended := schedule mail-failure
# Units and examples have the paths of a Debian package.
installed_paths := s,/usr/bin/gongbao,$(PREFIX)/bin/gongbao,g; \
  s,/usr/share/gongbao,$(PREFIX)/share/gongbao,g

.PHONY: install uninstall
install: programs
	install -d $(DESTDIR)$(PREFIX)/bin $(share_to)/man/man1 \
	  $(share_to)/man/man5 $(completions) $(lib_to)/systemd/system \
	  $(lib_to)/sysusers.d $(addprefix $(share_to)/gongbao/,schema \
	    templates templates/release fonts unattended slurm)
	for p in $(programs); do \
	  install -m 755 $(BUILD)/bin/$$p $(DESTDIR)$(PREFIX)/bin/gongbao-$$p; \
	done
	$(foreach m,$(man_pages),sed -f pipeline/installed-names.sed \
	  pipeline/$(m) >$(call man_to,$(m));)
	chmod 644 $(call man_to,$(man_pages))
	install -m 644 $(wildcard data/schema/*.xsd data/schema/*.xml) \
	  $(share_to)/gongbao/schema
	install -m 644 $(wildcard templates/*.*) $(share_to)/gongbao/templates
	$(foreach f,$(wildcard templates/release/*.*),install -m 644 $(f) \
	  $(share_to)/gongbao/templates/release;)
	install -m 644 $(wildcard fonts/*.xml) $(share_to)/gongbao/fonts
	for c in $(catalogues:$(BUILD)/share/locale/%=%); do \
	  install -D -m 644 $(BUILD)/share/locale/$$c $(share_to)/locale/$$c; \
	done
	install -m 644 packaging/completion/gongbao \
	  $(completions)/gongbao-$(firstword $(programs))
	for p in $(wordlist 2,99,$(programs)); do \
	  ln -sf gongbao-$(firstword $(programs)) $(completions)/gongbao-$$p; \
	done
	ln -sf gongbao-$(firstword $(programs)) $(completions)/gongbao-cluster
	for u in $(units); do \
	  sed '$(installed_paths)' packaging/systemd/$$u \
	    >$(lib_to)/systemd/system/$$u; \
	  chmod 644 $(lib_to)/systemd/system/$$u; \
	done
	install -m 644 packaging/systemd/gongbao.sysusers \
	  $(lib_to)/sysusers.d/gongbao.conf
	install -m 755 $(unattended:%=packaging/%) \
	  $(share_to)/gongbao/unattended
	install -m 755 packaging/slurm/gongbao-cluster $(DESTDIR)$(PREFIX)/bin
	install -m 644 packaging/slurm/gongbao-cluster.1 $(share_to)/man/man1
	install -m 755 packaging/slurm/gongbao.sbatch $(share_to)/gongbao/slurm
	for e in crontab:cron/crontab logrotate:logrotate/gongbao \
	  gongbao.conf:gongbao.conf; do \
	  sed '$(installed_paths)' packaging/$${e#*:} \
	    >$(share_to)/gongbao/unattended/$${e%%:*}; \
	  chmod 644 $(share_to)/gongbao/unattended/$${e%%:*}; \
	done
uninstall:
	rm -f $(programs:%=$(DESTDIR)$(PREFIX)/bin/gongbao-%)
	rm -f $(call man_to,$(man_pages))
	rm -f $(DESTDIR)$(PREFIX)/bin/gongbao-cluster \
	  $(share_to)/man/man1/gongbao-cluster.1
	rm -rf $(share_to)/gongbao
	rm -f $(catalogues:$(BUILD)/share/locale/%=$(share_to)/locale/%)
	rm -f $(programs:%=$(completions)/gongbao-%) $(completions)/gongbao-cluster
	rm -f $(units:%=$(lib_to)/systemd/system/%)
	rm -f $(lib_to)/sysusers.d/gongbao.conf

# --- schedule: shown; done with CONFIRM=yes ---

PROJECT ?= $(CURDIR)
AT ?=
RUN_AS ?=
CONFIRM ?=
scheduled := cron systemd logrotate
schedule = PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' packaging/schedule \
  '--project=$(PROJECT)' $(if $(AT),'--at=$(AT)') \
  $(if $(RUN_AS),'--user=$(RUN_AS)') \
  $(if $(filter yes,$(CONFIRM)),--confirm)
.PHONY: $(scheduled:%=install-%) $(scheduled:%=uninstall-%)
$(scheduled:%=install-%): install-%:
	@$(schedule) $*
$(scheduled:%=uninstall-%): uninstall-%:
	@$(schedule) --remove $*

# --- a Debian package of the last commit, in build/deb ---

.PHONY: deb deb-test
deb:
	@packaging/deb build/deb
deb-test: reports
	@tests/deb/run
