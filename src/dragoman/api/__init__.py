"""The library's verbs, the same as the command's: use them as `dragoman.read`, `extract`, `merge` and `open`."""
