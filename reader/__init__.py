"""Setu: a Hindi article with English beside it."""
