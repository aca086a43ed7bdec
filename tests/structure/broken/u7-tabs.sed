s,/Tabs /S,/Tabs /R,
