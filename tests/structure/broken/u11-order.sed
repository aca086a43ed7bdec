/MCID 5>>/,$s,/MCID 7>>,/MCID 5>>,;0,/MCID 5>>/s,/MCID 5>>,/MCID 7>>,
