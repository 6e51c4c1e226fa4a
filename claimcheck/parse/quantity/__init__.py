"""The grammar of quantities: numeral × scale × unit × modifier × range, composed from rows of the lexicon."""
