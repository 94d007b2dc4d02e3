"""The parts of the API that are kept in files of their own."""
