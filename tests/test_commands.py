"""What the commands of a copy say to those who type them otherwise than they are."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import bootstrap, build
from scripts.yamlfile import ROOT


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("-s brand-check brands/ours", "-s brand-check -- brands/ours"),
        ("-s serve --brand brands/ours", "-s serve -- --brand brands/ours"),
        ("-s build brands/ours", "-s build -- --brand brands/ours"),
        ("-s brand-new our-association", "-s brand-new -- our-association"),
    ],
)
def test_forgotten_dashes(typed: str, instead: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The whole line to type is said."""
    assert bootstrap.main(typed.split()) == 2

    assert f"python3 noxfile.py {instead}\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "instead"),
    [(["brands/ours"], "brands/ours"), (["--brand", "brands/Our", "Club"], '"brands/Our Club"')],
)
def test_a_folder_without_its_option(typed: list[str], instead: str) -> None:
    """Also one with a space and without quotes."""
    with pytest.raises(SystemExit) as stopped:
        build.main(typed)

    assert str(stopped.value).endswith(f"python3 noxfile.py -s build -- --brand {instead}")


@pytest.fixture
def served(tmp_path: Path) -> subprocess.Popen[str]:
    """A folder that is being served, at a port nobody listens at."""
    (tmp_path / "index.html").write_text("<!doctype html>", "utf-8")
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        port = asking.getsockname()[1]
    command = [sys.executable, "scripts/serve.py", "--output", str(tmp_path), "--port", str(port)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_serving_says_what_it_does_not_do(served: subprocess.Popen[str]) -> None:
    """Whoever changes the folder knows what to press; Ctrl+C ends it without a word."""
    assert served.stdout is not None
    told = served.stdout.readline()
    served.send_signal(signal.SIGINT)
    _, errors = served.communicate()

    assert "It does not follow what you change: press Ctrl+C, give the same command again" in told
    assert (served.returncode, errors) == (0, "")


def test_a_port_that_is_taken() -> None:
    """One sentence, at once, with what to type."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "scripts/serve.py", "--build", "--brand", "brands/x", "--port", port]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr.startswith(f"The port {port} is taken")
    assert done.stderr.endswith("python3 noxfile.py -s serve -- --brand brands/x --port 8010\n")


def test_nothing_to_fetch_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a network the first command ends in a sentence."""

    def no_network(*_: object) -> None:
        raise subprocess.CalledProcessError(1, "pip")

    for name, value in {"HOME": tmp_path, "STAMP": tmp_path / "stamp", "_pip_install": no_network}.items():
        monkeypatch.setattr(bootstrap, name, value)
    monkeypatch.setattr(bootstrap, "_with_venv", lambda: True)

    assert bootstrap.main(["-l"]) == 1

    assert capsys.readouterr().err == f"{bootstrap.NOT_FETCHED}\n"
