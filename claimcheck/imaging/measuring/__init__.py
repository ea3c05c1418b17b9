"""Colours and sizes, with their uncertainty: charts, papers, coins, cards."""
