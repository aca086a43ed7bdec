<?xml version="1.0"?>
<stylesheet>no XSLT</stylesheet>
