s,^/Artifact<</Type/Layout>>BDC,/Artifact BMC,
