s,/Headers \[,/Heads [,
