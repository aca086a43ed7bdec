# style.css
s/^\.facts {/&\n  width: 40rem;/
