s,/Alt (.*),,
