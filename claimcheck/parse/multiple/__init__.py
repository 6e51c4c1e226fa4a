"""The grammar of multiples: a factor, a comparison and a yardstick."""
