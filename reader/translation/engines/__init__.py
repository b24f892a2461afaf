"""The translation engines; `table` lists them."""
