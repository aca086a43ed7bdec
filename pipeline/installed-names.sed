# Man pages name the programs as they are called in the tree; installed they
# are gongbao-validate, gongbao-aggregate and gongbao-layout.
s/^\.Nm \(validate\|aggregate\|layout\)\>/.Nm gongbao-\1/
s/^\.Xr \(validate\|aggregate\|layout\) /.Xr gongbao-\1 /
s/^\.Dt \(VALIDATE\|AGGREGATE\|LAYOUT\) /.Dt GONGBAO-\1 /
s/^\(\$ \|\.Dl \|\.Dl \$ \|\.Ic \)\(validate\|aggregate\|layout\)\>/\1gongbao-\2/
s/ | \(validate\|aggregate\|layout\)\>/ | gongbao-\1/g
