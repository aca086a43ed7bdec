s,/S /Note,/S /Footnote,
