"""`python -m onrecord`: the command line, also where its folder is not on the path."""

from onrecord.views.cli import main

if __name__ == "__main__":
    main(prog_name="onrecord")
