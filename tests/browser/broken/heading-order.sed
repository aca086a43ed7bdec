# index.html
s,<\(/*\)h2,<\1h4,
