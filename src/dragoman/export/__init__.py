"""The record in the forms that others read; `formats` writes them all, this room's door has JSON of the contract."""

from dragoman.export.contract import from_json, merged_to_json, published_to_json, story_to_json, to_json

__all__ = ["from_json", "merged_to_json", "published_to_json", "story_to_json", "to_json"]
