s,/St 1$,/St 2,
