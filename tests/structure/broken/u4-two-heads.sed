s,/S /TBody,/S /THead,
