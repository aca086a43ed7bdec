# style.css
s/min-width: 1.5rem/width: 1rem/
