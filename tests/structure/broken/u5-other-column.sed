/\/Headers \[/{n;x}
