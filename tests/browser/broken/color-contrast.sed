# style.css
s/--quiet: #56616b/--quiet: #96a1ab/
