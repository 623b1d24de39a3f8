"""What Qt needs of a Linux system and pip cannot bring: shared libraries and a font for Chinese."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

from environment import SetupError, quietly

DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""The Debian package of each library that Qt loads."""

FONT_PACKAGE = "fonts-noto-cjk"
FONT_PATTERNS = ("**/*CJK*", "**/wqy*", "**/uming*", "**/ukai*", "**/*Han*S*", "**/simsun*", "**/msyh*")
"""How files of fonts with Chinese characters are called, for systems without fontconfig's own list."""


def provide() -> None:
    """On Linux, install what is missing where we may, else print the one line to type and go on."""
    packages = missing_packages() if sys.platform == "linux" else []
    if not packages:
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing system packages: {' '.join(packages)} …", file=sys.stderr)
        try:
            install(packages)
        except SetupError as error:
            print(error, file=sys.stderr)
        else:
            return
    print(f"Qt needs system packages. Type: {line_to_type(packages)}", file=sys.stderr)


def missing_packages() -> list[str]:
    """Return the Debian packages of what cannot be found."""
    packages = [package for library, package in DEBIAN_PACKAGES.items() if not is_loadable(library)]
    return packages if has_chinese_font() else [*packages, FONT_PACKAGE]


def is_loadable(library: str) -> bool:
    """Tell whether the system's loader finds `library`."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_chinese_font() -> bool:
    """Tell whether a font with Chinese characters is installed, by fontconfig or by the names of files."""
    if lister := shutil.which("fc-list"):
        listed = subprocess.run([lister, ":lang=zh"], check=False, capture_output=True)
        if listed.stdout.strip():
            return True
    folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts"]
    return any(next(folder.glob(pattern), None) for folder in folders for pattern in FONT_PATTERNS)


def install(packages: list[str]) -> None:
    """Install Debian packages as root. Raises SetupError."""
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    quietly(["apt-get", "update", "-q"])
    quietly(["apt-get", "install", "-q", "-y", "--no-install-recommends", *packages])


def line_to_type(packages: list[str]) -> str:
    """Return the one line that installs `packages` on Debian and its kin."""
    return f"sudo apt-get install {' '.join(packages)}"
