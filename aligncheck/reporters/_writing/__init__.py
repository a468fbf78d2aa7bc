"""What several formats share: the JSON contract, figures and findings in words, layout."""
