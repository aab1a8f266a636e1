"""Takes a bare Python 3.11+ with venv or pip; gives nox, pinned, in a private environment inside the checkout."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements" / "nox.txt"
HOME = ROOT / ".nox" / f"bootstrap-{sys.version_info.major}.{sys.version_info.minor}"
STAMP = HOME / "requirements.sha256"
WITHOUT_EITHER = """Fairsteps needs Python's venv or pip to fetch its tools, and this Python has neither. Run:

    apt-get install python3-venv
"""
NOT_FETCHED = "The tools could not be fetched; what stands above says why. Is there a network? Then try again."
OF_A_COPY = ("build", "serve", "brand-new", "brand-check", "icons", "release", "verify")
"""Sessions that are told a folder, a name or an address."""
OPTIONS = ("--brand", "--output", "--port")


def main(arguments: list[str]) -> int:
    """Run nox with these arguments, after installing it if that has not been done for these pins."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is the one an older Python may meet
        print(f"Fairsteps needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    if told := _without_dashes(arguments):
        print(told, file=sys.stderr)
        return 2
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes() + sys.version.encode()).hexdigest()
    if not STAMP.is_file() or STAMP.read_text(encoding="ascii") != wanted:
        print("Fetching nox into .nox/ …", flush=True)
        shutil.rmtree(HOME, ignore_errors=True)
        try:
            if not (_with_venv() or _with_pip()):
                print(WITHOUT_EITHER, file=sys.stderr)
                return 2
            _pip_install([str(_python()), "-m", "pip"])
        except subprocess.CalledProcessError:
            print(NOT_FETCHED, file=sys.stderr)
            return 1
        except KeyboardInterrupt:
            print("\nStopped. The same command goes on from here.", file=sys.stderr)
            return 130
        STAMP.write_text(wanted, encoding="ascii")
    command = [str(_python()), "-m", "nox", "-f", str(ROOT / "noxfile.py"), *arguments]
    return ended(subprocess.Popen(command, env=_environment()))


def ended(program: subprocess.Popen[bytes]) -> int:
    """Wait for a program. Ctrl+C reaches it as well: it knows how to end."""
    while True:
        try:
            return program.wait()
        except KeyboardInterrupt:
            continue


def _without_dashes(arguments: list[str]) -> str | None:
    """What to type instead, if a folder or a choice of the session stands where nox looks for sessions."""
    if len(arguments) < 3 or arguments[1] not in OF_A_COPY or "--" in arguments:
        return None
    session, rest = arguments[1], arguments[2:]
    sessions = re.findall(
        r'session\(name="([\w-]+)"|^def (\w+)\(session', (ROOT / "noxfile.py").read_text("utf-8"), re.M
    )
    if any(rest[0] in names for names in sessions) or (rest[0].startswith("-") and not rest[0].startswith(OPTIONS)):
        return None
    if session in ("build", "serve") and not rest[0].startswith("-"):
        rest = ["--brand", *rest]
    said = " ".join(f'"{each}"' if " " in each else each for each in rest)
    python = "py" if os.name == "nt" else "python3"
    return f"Put -- before what the session is to know: {python} noxfile.py -s {session} -- {said}"


def _with_venv() -> bool:
    """Debian splits ensurepip off into python3-venv: only trying tells."""
    made = subprocess.run([sys.executable, "-m", "venv", str(HOME)], capture_output=True, check=False)
    return made.returncode == 0


def _with_pip() -> bool:
    """`--target` works on a Python that is "externally managed"; virtualenv, which nox needs anyway, does the rest."""
    if subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True, check=False).returncode:
        return False
    aside = HOME.with_name("virtualenv")
    _pip_install([sys.executable, "-m", "pip"], "--target", str(aside), "--upgrade")
    shutil.rmtree(HOME, ignore_errors=True)
    subprocess.run(
        [sys.executable, "-m", "virtualenv", "--quiet", str(HOME)],
        env=_environment() | {"PYTHONPATH": str(aside)},
        check=True,
    )
    shutil.rmtree(aside)
    return True


def _pip_install(pip: list[str], *options: str) -> None:
    subprocess.run(
        [*pip, "install", "--quiet", "--disable-pip-version-check", *options, "--require-hashes", "-r", REQUIREMENTS],
        env=_environment(),
        check=True,
    )


def _python() -> Path:
    folder = HOME / ("Scripts" if os.name == "nt" else "bin")
    return folder / "python"


def _environment() -> dict[str, str]:
    """Without what would let another environment's packages in."""
    unwanted = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PIP_TARGET", "PIP_USER"}
    return {name: value for name, value in os.environ.items() if name not in unwanted}
