"""``python -m idenfy_rules`` is the command ``idenfy-rules``."""

import sys

from idenfy_rules.command import main

if __name__ == "__main__":
    sys.exit(main())
