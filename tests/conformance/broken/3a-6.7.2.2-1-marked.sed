# wuhan-brief-2024.en.pdf
s,/Marked true,/Marked false,
