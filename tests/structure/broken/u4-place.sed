s,/S /LBody,/S /TD,
