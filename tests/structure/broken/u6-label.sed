s,/S /LBody,/S /Lbl,
