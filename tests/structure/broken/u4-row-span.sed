s,/RowSpan 2,/RowSpan 9,
