"""Every quantity that a Hindi or an English sentence names, as a value with its place."""
