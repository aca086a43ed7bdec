0,/^\/P<<\/MCID 0>>BDC/s,,/Artifact<</Type/Layout>>BDC\n&,
