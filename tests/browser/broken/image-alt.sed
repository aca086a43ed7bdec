# index.html
s/ alt="[^"]*"//
