"""What acts on a record that is kept: reading articles into it, dating them, asking it; the Python interface."""
