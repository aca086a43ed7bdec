# shellcheck shell=sh disable=SC1091,SC2154
# gongbao.conf: what is not understood is said, with its line, and nothing done.
try() {
    cat >gongbao.conf
    status=0
    release || status=$?
    echo "= $status"
}
mkdir data
echo '# no line of it'
try <<'END1'
[release]
keep
END1
echo '# sections and keys'
try <<'END1'
[release]
keep=3
kept=3
[Release]
[publish]
sign=gpg
END1
echo '# values'
try <<'END1'
[run]
jobs=0
limit=x
[release]
keep=-1
folder=
on_failure=stop
url=stat.example
sign=gpg --sign %i
title.en=\q
[publish]
command=./publish "%d
END1
echo '# publish what'
try <<'END1'
[publish]
folder=www
END1
echo '# a file that is asked for'
release --config=other.conf || echo "= $?"
echo '# nothing of it was wrong'
try <<'END1'
# a comment
[run]
jobs = 2
[release]
title.zh_CN = 公报
keep = 0
sign = "a program" %i %o

[publish]
command = ./publish.sh %d
END1
