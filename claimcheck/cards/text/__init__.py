"""Words on a card: fonts, lines that break by sense, sizes that fit, letters as shapes."""
