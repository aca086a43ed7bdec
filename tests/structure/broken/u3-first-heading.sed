s,/S /H1,/S /H2,
