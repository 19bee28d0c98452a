from dragoman.article.identity import content_id


def test_the_id_is_the_same_on_every_machine() -> None:
    assert content_id("The envoys met.") == "radcbc757c41d"


def test_spaces_and_composition_make_no_other_id_but_words_do() -> None:
    assert content_id("Café  talks\n\nended") == content_id("Cafe\u0301 talks ended ")
    assert content_id("Talks ended") != content_id("Talks began")
