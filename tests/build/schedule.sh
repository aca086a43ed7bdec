#!/bin/sh
# make install-cron and its like: they show first, do it when confirmed, and
# change nothing the second time; what is not theirs stays as it is.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

stage=$TMPDIR/stage
project="$TMPDIR/my bulletins"
mkdir -p "$project/data" "$TMPDIR/plain/data" "$TMPDIR/fake" \
    "$stage/usr/local/bin"
: >"$stage/usr/local/bin/gongbao-run"
chmod +x "$stage/usr/local/bin/gongbao-run"

# A crontab command that keeps its table in a file and counts its writes; a
# systemctl that keeps what it is told, and links as the true one does.
cat >"$TMPDIR/fake/crontab" <<'END'
#!/bin/sh
if [ "${BROKEN:-} $1" = 'yes -l' ]; then
    echo "crontabs/me: Permission denied" >&2
    exit 1
fi
case $1 in
-l) cat "$TABLE" 2>/dev/null || { echo "no crontab for me" >&2; exit 1; } ;;
-) cat >"$TABLE" && echo written >>"$TABLE.log" ;;
esac
END
cat >"$TMPDIR/fake/systemctl" <<'END'
#!/bin/sh
echo "$*" >>"$CALLS"
END
cp "$TMPDIR/fake/systemctl" "$TMPDIR/fake/systemd-sysusers"
chmod +x "$TMPDIR/fake"/*
PATH=$TMPDIR/fake:$PATH
export TABLE="$TMPDIR/table" CALLS="$TMPDIR/calls"

# schedule KIND WORD...: as make install-KIND does, into the stage.
schedule() {
    kind=$1
    shift
    make -s --no-print-directory "$@" PREFIX=/usr/local DESTDIR="$stage" \
        MODE="$(basename "$BUILD")" "install-$kind"
}
unschedule() {
    kind=$1
    shift
    make -s --no-print-directory "$@" PREFIX=/usr/local DESTDIR="$stage" \
        MODE="$(basename "$BUILD")" "uninstall-$kind"
}

# Everything that could have been changed.
everything() {
    (cd "$stage" && find . -type f -exec cksum {} + -o -type l | LC_ALL=C sort)
    cksum "$TABLE" "$TABLE.log" 2>/dev/null || :
}

# shows KIND WORD...: says what it would do, and does nothing.
shows() {
    everything >"$TMPDIR/before"
    schedule "$@" >"$TMPDIR/shown"
    everything | diff "$TMPDIR/before" - || return 1
    grep -q 'nothing was changed' "$TMPDIR/shown"
}

# Done, it is there; again, nothing changes.
does() {
    everything >"$TMPDIR/before"
    schedule "$@" CONFIRM=yes || return 1
    everything >"$TMPDIR/done"
    ! cmp -s "$TMPDIR/before" "$TMPDIR/done" || return 1
    schedule "$@" CONFIRM=yes >"$TMPDIR/again"
    everything | diff "$TMPDIR/done" - || return 1
    grep -q 'nothing to do' "$TMPDIR/again"
}

# removes KIND WORD...: all that was there before, and nothing else.
removes() {
    unschedule "$@" >/dev/null
    everything | diff "$TMPDIR/done" - || return 1
    unschedule "$@" CONFIRM=yes || return 1
    everything | grep -v table.log >"$TMPDIR/left"
    grep -v table.log "$TMPDIR/start" | diff - "$TMPDIR/left"
}

table_is() {
    diff - "$TABLE"
}

printf '%s\n' '# mine' '5 5 * * * true' >"$TABLE"
everything >"$TMPDIR/start"
expect 'cron: shown first' shows cron PROJECT="$project"
expect 'cron: done once' does cron PROJECT="$project"
expect 'cron: the entry, beside what was there' table_is <<END
# mine
5 5 * * * true
# gongbao $project
15 6 * * * /usr/local/bin/gongbao-run --project='$project'
END
echo '9 9 * * * true' >>"$TABLE"
expect 'cron: another time' does cron PROJECT="$project" AT='0 7 * * 1-5'
expect 'cron: the new time in place of the old' table_is <<END
# mine
5 5 * * * true
# gongbao $project
0 7 * * 1-5 /usr/local/bin/gongbao-run --project='$project'
9 9 * * * true
END
expect 'cron: a second folder' does cron PROJECT="$TMPDIR/plain"
unschedule cron PROJECT="$TMPDIR/plain" CONFIRM=yes >/dev/null
sed -i '$d' "$TABLE"
everything >"$TMPDIR/done"
expect 'cron: taken away' removes cron PROJECT="$project"

# Only the mark is left: the line after it is the operator's.
cron_mark_alone() {
    printf '%s\n' "# gongbao $project" '5 5 * * * true' >"$TABLE"
    unschedule cron PROJECT="$project" CONFIRM=yes
    echo '5 5 * * * true' | diff - "$TABLE"
}
# A table that cannot be read is not an empty one.
cron_unread() {
    cp "$TABLE" "$TMPDIR/table.before"
    status=0
    BROKEN=yes packaging/schedule --project="$project" --confirm cron \
        2>"$TMPDIR/said" || status=$?
    cmp "$TABLE" "$TMPDIR/table.before" || return 1
    [ $status = 73 ] && grep -q 'Permission denied' "$TMPDIR/said"
}
# To cron a percent sign ends the line.
cron_percent() {
    mkdir -p "$TMPDIR/50%"
    rm "$TABLE"
    schedule cron PROJECT="$TMPDIR/50%" CONFIRM=yes
    grep -qxF "15 6 * * * /usr/local/bin/gongbao-run \
--project='$TMPDIR/50\%'" "$TABLE" || return 1
    schedule cron PROJECT="$TMPDIR/50%" | grep -q 'nothing to do' || return 1
    unschedule cron PROJECT="$TMPDIR/50%" CONFIRM=yes
    [ ! -s "$TABLE" ]
}
# An entry in root's crontab would not be that of the user asked for.
cron_of_another() {
    cp "$TABLE" "$TMPDIR/table.before"
    status=0
    packaging/schedule --project="$project" --user=nobody --confirm cron \
        2>"$TMPDIR/said" || status=$?
    cmp "$TABLE" "$TMPDIR/table.before" || return 1
    [ $status = 64 ] && grep -q 'runuser -u nobody' "$TMPDIR/said"
}
# It is the time that is at fault, not the folder.
bad_time() {
    status=0
    packaging/schedule --project="$project" --at="'daily'" cron \
        2>"$TMPDIR/said" || status=$?
    [ $status = 64 ] && grep -q "'daily'" "$TMPDIR/said"
}
expect "cron: not in another's name" cron_of_another
expect 'what has a quote is named' bad_time
expect 'cron: a line after the mark that is not ours stays' cron_mark_alone
expect 'cron: a table that cannot be read is left alone' cron_unread
expect 'cron: a folder with a percent sign' cron_percent

expect 'systemd: shown first' shows systemd PROJECT="$TMPDIR/plain"
# Links are systemctl's own; into a DESTDIR only files are put.
enabled() {
    wants=$stage/etc/systemd/system/timers.target.wants
    mkdir -p "$wants"
    ln -sf /usr/local/lib/systemd/system/gongbao@.timer \
        "$wants/gongbao@plain.timer"
}
systemd_files() {
    schedule systemd PROJECT="$TMPDIR/plain" AT='Mon 07:00' CONFIRM=yes &&
        enabled || return 1
    cd "$stage/etc/systemd/system"
    grep -qx "WorkingDirectory=$TMPDIR/plain" \
        gongbao@plain.service.d/project.conf || return 1
    grep -qx 'OnCalendar=Mon 07:00' gongbao@plain.timer.d/time.conf || return 1
    # No command was run, for they would not be of the stage.
    [ ! -e "$CALLS" ]
}
systemd_again() {
    everything >"$TMPDIR/done"
    schedule systemd PROJECT="$TMPDIR/plain" AT='Mon 07:00' CONFIRM=yes \
        >"$TMPDIR/again"
    everything | diff "$TMPDIR/done" - || return 1
    grep -q 'nothing to do' "$TMPDIR/again"
}
systemd_gone() {
    rm -r "$stage/etc/systemd/system/timers.target.wants"
    unschedule systemd PROJECT="$TMPDIR/plain" CONFIRM=yes || return 1
    [ -z "$(find "$stage" -name 'gongbao@*')" ]
}
# A space would make two folders of it, a percent sign a specifier.
systemd_quotes() {
    odd="$TMPDIR/50%h of mine"
    mkdir -p "$odd/plain"
    schedule systemd PROJECT="$odd/plain" CONFIRM=yes
    unit=$stage/etc/systemd/system/gongbao@plain.service
    path="$TMPDIR/50%%h of mine/plain"
    grep -qxF "WorkingDirectory=$path" "$unit.d/project.conf" || return 1
    grep -qxF "ReadWritePaths=\"$path\"" "$unit.d/project.conf" || return 1
    unschedule systemd PROJECT="$odd/plain" CONFIRM=yes
}
# Without DESTDIR: which commands are called.
systemd_calls() {
    RUN_AS=$(id -un)
    make -s --no-print-directory PREFIX="$TMPDIR/opt" \
        RUN_AS="$RUN_AS" MODE="$(basename "$BUILD")" \
        PROJECT="$TMPDIR/plain" install-systemd >"$TMPDIR/shown" || return 1
    [ ! -e "$CALLS" ] || return 1
    grep -qx 'run: systemctl daemon-reload' "$TMPDIR/shown" || return 1
    grep -qx 'run: systemctl enable --now gongbao@plain.timer' "$TMPDIR/shown"
}
bad_name() {
    status=0
    packaging/schedule --project="$project" systemd 2>"$TMPDIR/said" ||
        status=$?
    [ $status = 64 ] && grep -q 'my bulletins' "$TMPDIR/said"
}
expect 'systemd: files of the folder and the time' systemd_files
expect 'systemd: a second time changes nothing' systemd_again
expect 'systemd: taken away' systemd_gone
expect 'systemd: a path with a space and a percent sign' systemd_quotes
expect 'systemd: its commands are shown first' systemd_calls
expect 'systemd: a name that units cannot have' bad_name

everything >"$TMPDIR/start"
expect 'logrotate: shown first' shows logrotate PROJECT="$project"
expect 'logrotate: done once' does logrotate PROJECT="$project"
expect 'logrotate: taken away' removes logrotate PROJECT="$project"

# What is shipped is what systemd takes.  Its programs and man pages are not
# installed where this runs.
units() {
    cp packaging/systemd/*.timer packaging/systemd/*.service "$TMPDIR/units"
    sed -i 's,^ExecStart=.*,ExecStart=/bin/true,; /^Documentation/d' \
        "$TMPDIR"/units/*.service "$TMPDIR"/units/*.timer
    cd "$TMPDIR/units"
    said=$(systemd-analyze verify --man=no ./gongbao@x.service \
        ./gongbao@x.timer ./gongbao-mail@x.service 2>&1) || :
    [ -z "$said" ] || {
        echo "$said"
        return 1
    }
}
# From 0, all is closed, to 10.
exposure() {
    systemd-analyze security --offline=yes --threshold=20 --no-pager \
        "$TMPDIR/units/gongbao@x.service" >"$TMPDIR/exposure" || {
        grep -v '^✓' "$TMPDIR/exposure"
        return 1
    }
}
if command -v systemd-analyze >/dev/null; then
    mkdir "$TMPDIR/units"
    expect 'systemd accepts the units' units
    expect 'the service is closed to all that it does not need' exposure
else
    skip 'systemd accepts the units' 'systemd is not installed'
fi

# A mail on failure: to whom, of what, with what was said in that run alone.
cat >"$TMPDIR/fake/journalctl" <<'END'
#!/bin/sh
case "$*" in
*_SYSTEMD_INVOCATION_ID=1a2b*) echo 'one.xml:3:5: error: 二' ;;
*) echo 'something else' ;;
esac
END
cat >"$TMPDIR/fake/sendmail" <<'END'
#!/bin/sh
echo "$*" >"$MAIL"
cat >>"$MAIL"
END
chmod +x "$TMPDIR/fake/journalctl" "$TMPDIR/fake/sendmail"
export MAIL="$TMPDIR/mail"
mails() {
    MAILTO=ops@example.org MONITOR_INVOCATION_ID=1a2b MONITOR_EXIT_STATUS=65 \
        packaging/mail-failure gongbao@plain.service || return 1
    for line in '-oi -t' 'To: ops@example.org' 'one.xml:3:5: error: 二' \
        'gongbao@plain.service failed: exit status 65.'; do
        grep -qxF -- "$line" "$MAIL" || return 1
    done
    ! grep 'something else' "$MAIL"
}
# Where no mail can be sent, that is said, and the unit fails.
mails_not() {
    rm "$TMPDIR/fake/sendmail"
    status=0
    PATH=$TMPDIR/none packaging/mail-failure gongbao@plain.service \
        2>"$TMPDIR/said" || status=$?
    [ $status = 1 ] && grep -q 'no sendmail here' "$TMPDIR/said"
}
expect 'a failure is mailed' mails
if [ -e /usr/sbin/sendmail ] || [ -e /usr/lib/sendmail ]; then
    skip 'a failure that cannot be mailed is said' 'there is a sendmail here'
else
    expect 'a failure that cannot be mailed is said' mails_not
fi
