"""Settings for all tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The speed of a machine must not decide whether a test passes: no deadlines, no complaint of slowness.
settings.register_profile("jiaochou", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# `--hypothesis-profile=long` tries as much as a night has room for.
settings.register_profile("long", settings.get_profile("jiaochou"), max_examples=4000, print_blob=True)
settings.load_profile("jiaochou")


@dataclass(frozen=True)
class FailingDisk:
    """A disk of its own at `folder`; once it fails the system lets it be read only."""

    folder: Path
    trigger: Path

    def fail(self) -> None:
        """Let the file system find a fault: it becomes read-only under whoever writes to it."""
        self.trigger.write_text("1", encoding="ascii")


@pytest.fixture
def failing_disk(tmp_path: Path) -> Iterator[FailingDisk]:
    """Lends a small disk; skips where none can be made, for which it takes Linux and its administrator."""
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mkfs.ext4") is None:
        pytest.skip("only the administrator of a Linux can make a disk")
    image, folder = tmp_path / "disk.img", tmp_path / "disk"
    folder.mkdir()
    with image.open("wb") as file:
        file.truncate(8 << 20)
    subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True)
    if subprocess.run(["mount", "-o", "loop,errors=remount-ro", image, folder], check=False).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        named = subprocess.run(
            ["findmnt", "-no", "SOURCE", folder], capture_output=True, text=True, check=True
        )
        trigger = Path("/sys/fs/ext4", Path(named.stdout.strip()).name, "trigger_fs_error")
        if not trigger.exists():
            pytest.skip("this system lets no disk fail")
        yield FailingDisk(folder, trigger)
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)
