s,/EmbeddedFiles,/NoFiles,
