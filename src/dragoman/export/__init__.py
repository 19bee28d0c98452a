"""The record in the forms that others read: JSON Lines of the public contract."""

from dragoman.export.contract import from_json, merged_to_json, published_to_json, story_to_json, to_json

__all__ = ["from_json", "merged_to_json", "published_to_json", "story_to_json", "to_json"]
