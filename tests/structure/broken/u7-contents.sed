/^    \/Rect/!s,^  /Contents [(<].*,,
