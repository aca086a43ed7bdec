s,/Scope /Column,/Scope /None,
