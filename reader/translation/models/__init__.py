"""The offline model: had from a record service, a mirror or files, kept whole or not at all."""

from reader.translation.models.manager import Models
from reader.translation.models.manifest import Installed
from reader.translation.models.records import Offer

__all__ = ["Installed", "Models", "Offer"]
