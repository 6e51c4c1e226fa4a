"""What a written figure vouches for; when one figure can be a rounding of another."""
