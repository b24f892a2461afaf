"""The test servers themselves, started by hand."""

import json
import re
import subprocess
import sys
from urllib.request import Request, urlopen

from tests.servers import GoogleServer, LibreTranslateServer, Mode


def test_a_server_can_be_run_by_hand() -> None:
    command = [sys.executable, "-m", "tests.servers", "libretranslate", "--mode", "fine"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        address = process.stdout.readline().strip()
        with urlopen(f"{address}/languages") as response:
            codes = [language["code"] for language in json.load(response)]
        process.terminate()
    assert codes == ["en", "hi"]


def test_libretranslate_answers_as_the_real_one_did() -> None:
    with LibreTranslateServer() as server:
        with urlopen(f"{server.address}/frontend/settings") as response:
            assert json.load(response) == {"charLimit": 2000, "keyRequired": False}
        body = json.dumps({"q": "नदी।", "source": "hi", "target": "en"}).encode()
        question = Request(
            f"{server.address}/translate", body, {"Content-Type": "application/json"}
        )
        with urlopen(question) as response:
            assert isinstance(json.load(response)["translatedText"], str)


def test_modes_of_the_script_come_before_the_mode() -> None:
    server = GoogleServer(mode=Mode.BROKEN, script=[Mode.FINE, Mode.EMPTY])
    assert [server.next_mode() for _ in range(3)] == [Mode.FINE, Mode.EMPTY, Mode.BROKEN]
    with server:
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+", server.address)
