s,/Lang (en-GB),,
