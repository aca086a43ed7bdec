# What the programs say follows the user's locale; a machine without the
# Chinese locale says it all the same.
echo '<!DOCTYPE a><a/>' >file.xml
say() {
    env "$@" validate file.xml || echo "= $?"
}
say LANGUAGE=zh_CN
say LC_ALL=zh_CN.UTF-8
say LC_ALL= LANG=zh_CN.UTF-8
say LC_ALL=zh_CN.UTF-8 LANGUAGE=en
say LC_ALL=C
say LC_ALL=fr_FR.UTF-8
say -i PATH="$PATH"
