# Man pages name the programs as they are called in the tree; installed they
# are gongbao-validate, gongbao-aggregate, gongbao-layout, gongbao-verify.
s/^\.Nm \(validate\|aggregate\|layout\|verify\)\>/.Nm gongbao-\1/
s/^\.Xr \(validate\|aggregate\|layout\|verify\) /.Xr gongbao-\1 /
s/^\.Dt \(VALIDATE\|AGGREGATE\|LAYOUT\|VERIFY\) /.Dt GONGBAO-\1 /
s/^\(\$ \|\.Dl \|\.Dl \$ \|\.Ic \)\(validate\|aggregate\|layout\|verify\)\>/\1gongbao-\2/
s/ | \(validate\|aggregate\|layout\|verify\)\>/ | gongbao-\1/g
