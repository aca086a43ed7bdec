# Document XML, on one line, to pieces of text in document order, a line each:
# "B" what must stand in this order, "U" what must stand somewhere (charts and
# key figures, which the style arranges), "P" what must stand somewhere or be
# divided between two pages (pairs, as paired.awk marks them), "F" footnotes.
s/<?xml[^>]*>//g
s/<!--[^>]*-->//g
s/<head>.*<\/head>//
s/<\/*\(em\|strong\|span\|sup\|sub\|a\)\( [^>]*\)*>//g
s/<paired>/\nP/g
s/<footnote\( [^>]*\)*>/\nF/g
s/<\/footnote>/\nB/g
s/<\(category\|label\|value\|unit\|detail\)\( [^>]*\)*>/\nU/g
s/<[^>]*>/\nB/g
s/&lt;/</g
s/&gt;/>/g
s/&quot;/"/g
s/&amp;/\&/g
