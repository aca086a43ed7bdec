s,/BBox \[,/Box [,
