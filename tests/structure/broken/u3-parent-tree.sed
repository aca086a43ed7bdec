s,/ParentTree ,/NoParents ,
