s,/StructTreeRoot ,/NoTree ,
