# wuhan-brief-2024.en.pdf
s,/Lang (en-GB),,
