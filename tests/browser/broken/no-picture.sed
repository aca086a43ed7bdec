# index.html
s/src="pictures/src="elsewhere/
