"""What tells paragraphs, lists and headings apart in a text without markup."""
