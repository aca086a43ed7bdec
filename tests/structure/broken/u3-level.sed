s,/S /H2,/S /H3,
