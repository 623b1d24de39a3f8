"""The shape of the sources: what may import what, how large things may grow, and the ground Qt stands on."""

import ast
import os
import statistics
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[1]
PACKAGES = ("core", "gui", "resources")
SOURCES = [path for folder in (*PACKAGES, "packaging") for path in sorted((ROOT / folder).rglob("*.py"))]
TESTS = sorted((ROOT / "tests").rglob("*.py"))

LONGEST_FILE = 600
MIDDLE_FILE = 170
LONGEST_FUNCTION = 60

WITHOUT_QT = """
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "gui"}:
            raise ModuleNotFoundError(f"no {name} here", name=name)

sys.meta_path.insert(0, NoQt())
import core
names = [module.name for module in pkgutil.walk_packages(core.__path__, "core.", onerror=lambda name: None)]
for name in names:
    importlib.import_module(name)
assert not {"PySide6", "shiboken6"} & sys.modules.keys()
print(len(names))
"""

MANY_VOID_CALLS = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
for number in range(30_000):
    label.setText(str(number))
print(label.text())
"""


def python(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a process of its own, without a display."""
    variables = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=variables, check=False, capture_output=True, text=True
    )


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions_of(path: Path):
    """Yield the name and length of every function of a file, decorators and docstring included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            yield f"{path.relative_to(ROOT)}:{node.name}", node.end_lineno - first + 1


def test_every_module_of_the_core_is_imported_without_qt():
    done = python(WITHOUT_QT)
    assert done.returncode == 0, done.stderr
    modules = [path for path in (ROOT / "core").rglob("*.py") if path != ROOT / "core/__init__.py"]
    assert int(done.stdout) == len(modules)


def test_the_same_check_would_see_an_import_of_qt():
    done = python(WITHOUT_QT.replace("import core", "import core, PySide6.QtCore"))
    assert "no PySide6 here" in done.stderr


def test_imports_point_one_way(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    status = lint_imports(no_cache=True, no_logo=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_the_scripts_never_become_a_package():
    assert not (ROOT / "packaging/__init__.py").exists()
    import packaging

    assert Path(packaging.__file__).parent != ROOT / "packaging"


@pytest.mark.parametrize("kind", [SOURCES, TESTS], ids=["sources", "tests"])
def test_no_file_grows_too_long(kind):
    assert kind
    assert not {str(path.relative_to(ROOT)): lines_of(path) for path in kind if lines_of(path) > LONGEST_FILE}


def test_most_files_are_short():
    assert statistics.median(map(lines_of, SOURCES)) <= MIDDLE_FILE


def test_no_function_grows_too_long():
    functions = dict(found for path in SOURCES for found in functions_of(path))
    assert functions
    assert not {name: length for name, length in functions.items() if length > LONGEST_FUNCTION}


def test_no_module_of_ours_is_imported_for_its_types_alone():
    # Two modules that know each other are one, or want a third below them.
    hidden = [
        (path.relative_to(ROOT), node.module)
        for path in SOURCES
        for block in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
        for node in block.body
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in PACKAGES
    ]
    assert not hidden


def test_every_package_says_what_it_is():
    packages = [path for folder in PACKAGES for path in (ROOT / folder).rglob("__init__.py")]
    silent = [path for path in packages if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert not silent


def test_the_binding_of_qt_survives_many_void_calls():
    # PySide6 6.12.0 loses a reference to None at every such call on Python 3.11 until the process dies.
    done = python(MANY_VOID_CALLS)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "29999\n"
