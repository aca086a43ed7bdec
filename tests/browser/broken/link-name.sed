# index.html
s,>LaTeX<span class="unseen">[^<]*</span> <span class="size">[^<]*</span></a>,></a>,g
