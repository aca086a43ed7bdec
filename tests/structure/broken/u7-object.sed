s,/Type /OBJR,/Type /MCR,
