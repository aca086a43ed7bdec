s,/Lang (zh.*),,
