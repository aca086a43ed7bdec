s,/S /Link,/S /Span,
