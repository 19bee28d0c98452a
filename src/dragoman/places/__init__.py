"""Where on the map: the toponyms of a report, and the place of an event."""

from dragoman.places.event_place import event_place
from dragoman.places.stage import add_places

__all__ = ["add_places", "event_place"]
