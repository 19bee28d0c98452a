from dragoman.article.tongue import language_of

_ENGLISH = "The envoys of the two countries met in Geneva on Monday and said that they would meet again. " * 4
_GERMAN = "Die Gesandten der beiden Länder trafen sich am Montag in Genf und wollen sich dort wieder treffen. " * 4


def test_a_stated_tag_is_believed_and_written_as_tags_are() -> None:
    assert language_of(_ENGLISH, "EN_gb") == "en-gb"
    assert language_of(_GERMAN, "de") == "de"


def test_what_is_no_tag_is_not_believed() -> None:
    assert language_of(_ENGLISH, "English (UK)") == "en"


def test_what_is_plainly_not_english_is_not_called_english() -> None:
    assert language_of(_ENGLISH, None) == "en"
    assert language_of(_GERMAN, None) == "und"
    assert language_of("양국 특사는 월요일 제네바에서 만나 다시 만날 것이라고 말했다고 외교부가 전했다", None) == "und"


def test_a_few_words_are_taken_for_english() -> None:
    assert language_of("Envoys meet in Geneva", None) == "en"
