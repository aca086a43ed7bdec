/\/Headers \[/{n;n;/^      (/d}
