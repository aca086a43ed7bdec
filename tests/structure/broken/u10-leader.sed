s,/Alt (.*),/Alt (Bars ........ 2),
