s,/ColSpan 2,/ColSpan 3,
