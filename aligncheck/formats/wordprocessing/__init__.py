"""WordprocessingML (ECMA-376), the XML of Word's documents, read as an editor sees it."""
