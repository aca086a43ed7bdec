# shellcheck shell=sh disable=SC1091,SC2154
# Signatures are the operator's: one command, over the sums of all files.
. "$root/tests/cases/cli/release/project"
openssl genpkey -algorithm ed25519 -out key.pem 2>/dev/null
openssl pkey -in key.pem -pubout -out public.pem
signed() {
    openssl pkeyutl -verify -pubin -inkey public.pem -rawin \
        -in releases/current/SHA256SUMS \
        -sigfile releases/current/SHA256SUMS.sig 2>&1
}
run --reports

echo '# without a command there is none'
try release
ls releases/current/SHA256SUMS*

echo '# with one there is, and it is right'
echo 'sign=openssl pkeyutl -sign -inkey key.pem -rawin -in %i -out %o' \
    >>gongbao.conf
try release
named
signed
(cd releases/current && sha256sum -c --quiet SHA256SUMS && echo good)
grep -o 'signed="yes"' releases/current/manifest.xml
try release --verify

echo '# a file that is another: the sums tell, the sums changed: the signature'
cp -R "$(realpath releases/current)" copy
echo >>copy/index.html
(cd copy && sha256sum -c --quiet SHA256SUMS 2>&1) || echo bad
try release --verify copy

echo '# nothing new to sign'
try release
named

echo '# a command that fails: no release, current as it was, nothing left'
lent 5130 1.9
sed -i 's/^sign=.*/sign=openssl pkeyutl -sign -inkey none.pem -in %i -out %o/' \
    gongbao.conf
release 2>err || echo "= $?"
sed 's/: .*failed/: ... failed/; s/it said: .*/it said: .../' err
named
signed

echo '# one that writes nothing, one that is not there'
sed -i 's/^sign=.*/sign=true %i %o/' gongbao.conf
try release
sed -i 's/^sign=.*/sign=no-such-command %i %o/' gongbao.conf
try release
named

echo '# then it goes on'
sed -i 's/^sign=.*/sign=openssl pkeyutl -sign -inkey key.pem -rawin -in %i -out "%o"/' \
    gongbao.conf
try release
named
signed
