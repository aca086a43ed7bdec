/^\/TH<<\/MCID 14>>BDC/,/^EMC/{/T[jJ]$/d}
