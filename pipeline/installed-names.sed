# Man pages name the programs as they are called in the tree; installed they
# are gongbao-validate, gongbao-aggregate and so on.
s/^\.Nm \(validate\|aggregate\|layout\|verify\|import\|export\|run\)\>/.Nm gongbao-\1/
s/^\.Xr \(validate\|aggregate\|layout\|verify\|import\|export\|run\) /.Xr gongbao-\1 /
s/^\.Dt \(VALIDATE\|AGGREGATE\|LAYOUT\|VERIFY\|IMPORT\|EXPORT\|RUN\) /.Dt GONGBAO-\1 /
s/^\(\$ \|\.Dl \|\.Dl \$ \|\.Ic \)\(validate\|aggregate\|layout\|verify\|import\|export\|run\)\>/\1gongbao-\2/
s/ | \(validate\|aggregate\|layout\|verify\|import\|export\|run\)\>/ | gongbao-\1/g
