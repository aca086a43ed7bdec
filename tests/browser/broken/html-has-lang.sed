# index.html
s/<html \(.*\) lang="zh-CN" xml:lang="zh-CN">/<html \1>/
