s,/MCID 21>>,/MCID 20>>,
