"""`python -m claimcheck.corpus draw FILE`: a text in the notation, with what claimcheck finds in it."""

import sys
from collections.abc import Sequence

from claimcheck import ClaimcheckError, check, read
from claimcheck.corpus.draw import drawn

__all__ = ["main"]


def main(arguments: Sequence[str]) -> int:
    """Print the files in the notation; 2 if one cannot be read."""
    if arguments[:1] != ["draw"] or not arguments[1:]:
        sys.stderr.write("usage: python -m claimcheck.corpus draw FILE…\n")
        return 2
    try:
        for path in arguments[1:]:
            sys.stdout.write(drawn(check(read(path))) + "\n")
    except ClaimcheckError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
