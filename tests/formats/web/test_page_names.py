import pytest

from reader.formats.web import page_names


@pytest.mark.parametrize(
    "name",
    [
        "ताजा खबरें",
        "Latest News",
        "सरयू नदी की ताजा खबरें, फोटो, वीडियो",
        "सरयू नदी न्यूज़ और वीडियो",
        "मीरा नौटियाल, Author at नदी समाचार",
        "Tag: सरयू",
    ],
)
def test_lists(name: str) -> None:
    assert page_names.is_list(name)


@pytest.mark.parametrize(
    "name",
    [
        "सदस्यता",
        "नदी समाचार की सदस्यता लें",
        "हमारे बारे में",
        "Privacy Policy",
        "नियम और शर्तें",
    ],
)
def test_services(name: str) -> None:
    assert page_names.is_service(name)


@pytest.mark.parametrize("name", ["लॉगिन करें", "Sign in"])
def test_pages_to_log_in(name: str) -> None:
    assert page_names.is_entry(name)
    assert page_names.is_entry(f"घाट समाचार में {name}", has_password=True)
    assert not page_names.is_entry(f"घाट समाचार में {name}")


@pytest.mark.parametrize("name", ["Live TV: नदी समाचार लाइव", "नदी समाचार लाइव टीवी"])
def test_live_television(name: str) -> None:
    assert page_names.is_live_tv(name)


@pytest.mark.parametrize(
    "name",
    [
        "सदस्यता शुल्क बढ़ा, पुस्तकालय के बाहर धरना",
        "लॉगिन की गड़बड़ी से परीक्षा टली",
        "निजता पर अदालत का फैसला, ताजा खबरें बंद नहीं होंगी",
        "पुल की तस्वीरें और वीडियो देखकर रो पड़े लोग",
        "लाइव टीवी पर भिड़े दो नेता",
    ],
)
def test_headlines_are_none_of_these(name: str) -> None:
    kinds = (page_names.is_list, page_names.is_service, page_names.is_live_tv, page_names.is_entry)
    assert not any(kind(name) for kind in kinds)


def test_a_heading_over_the_news_of_a_topic() -> None:
    assert page_names.is_list_of("सरयू नदी से जुड़ी खबरें", "सरयू नदी")
    assert page_names.is_list_of("मीरा नौटियाल के लेख", "मीरा नौटियाल")
    assert not page_names.is_list_of("सरयू नदी की कहानी", "सरयू नदी")
    assert not page_names.is_list_of("सरयू नदी", "सरयू नदी")
