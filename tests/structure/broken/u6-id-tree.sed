s,/IDTree ,/NoIDs ,
