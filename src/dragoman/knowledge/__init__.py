"""Facts as data: typed look-ups over tables whose every row names its source."""
