0,/^\/Artifact<<.*>>BDC/s,,/Other BMC,
