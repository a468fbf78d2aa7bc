"""The forms of words by the tables that a language declares: inflection and compounds."""
