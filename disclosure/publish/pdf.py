"""The print edition as a tagged PDF, made by WeasyPrint from the staged page and its style sheet.

Promises the same bytes for the same page, fonts and versions of the tools; title, language and
structure in the file (PDF/UA-1); no network: whatever is not a file of the staged site is refused.
A character that no installed font has is an error, never an empty box. WeasyPrint is an extra and
needs Debian's libraries, so it is imported in worker processes alone: a build without `--pdf` never
loads it, and a library that crashes takes no build with it.
"""

from __future__ import annotations

import logging
import mimetypes
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from ..ground.files import sha256
from ..ground.kernel import become_worker
from ..plan.registry import Registry
from ..plan.text import LANGUAGES, Text
from ..show import urls

# What Debian 12 calls what is needed beside the Python package.
PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk"
_PROBE = "<!doctype html><html lang=zh-CN><title>整</title><p>整改公开"
_WANTED = Text(
    zh=f"请以管理员身份运行：apt-get install {PACKAGES}", en=f"as root: apt-get install {PACKAGES}"
)
_REASONS = {
    "module": Text(
        zh="生成 PDF 需要 WeasyPrint，这里没有安装。请运行：pip install '.[pdf]'",
        en="a PDF needs WeasyPrint, which is not installed here: pip install '.[pdf]'",
    ),
    "library": Text(
        zh="生成 PDF 需要 Pango 等程序库，这里没有（{detail}）",
        en="a PDF needs Pango and its libraries, which are missing here ({detail})",
    ),
    "font": Text(
        zh="生成 PDF 需要中文字体，这里没有",
        en="a PDF needs a Chinese font, and none is installed here",
    ),
    "glyphs": Text(
        zh="{file}：已安装的字体都没有这些字符：{detail}。请安装含有它们的字体，或改用别的字",
        en="{file}: no installed font has these characters: {detail}; install one that does, or reword",
    ),
    "missing": Text(
        zh="{file}：网页引用的文件读不到：{detail}",
        en="{file}: a file that the page needs cannot be read: {detail}",
    ),
}


class PdfFault(Exception):
    """A PDF cannot be made; `text` says why and what to do."""

    def __init__(self, reason: str, file: str = "", detail: str = "") -> None:
        said, wanted = _REASONS[reason], _WANTED if reason in ("module", "library", "font") else None
        self.text = Text(
            zh=said.zh.format(file=file, detail=detail) + (f"\n    {wanted.zh}" if wanted else ""),
            en=(said.en or "").format(file=file, detail=detail) + (f"\n    {wanted.en}" if wanted else ""),
        )
        super().__init__(self.text.en)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Made:
    """What a worker gives back: the PDF, or the reason why there is none, with its details."""

    data: bytes = b""
    reason: str = ""
    detail: str = ""


def check_pdf_tools() -> None:
    """Raise PdfFault where no Chinese PDF can be made. Takes about a second."""
    with _workers(1) as executor:
        try:
            found = executor.submit(_probe).result()
        except BrokenProcessPool:
            raise PdfFault("font") from None  # Pango crashes where there is no font at all
    if found.reason:
        raise PdfFault(found.reason, detail=found.detail)


def print_pdfs(folder: Path, registry: Registry, jobs: int) -> Iterator[tuple[str, bytes]]:
    """The PDF of each plan in both languages, from its staged print page: (path below the root, bytes).
    Raises PdfFault."""
    pages = [
        (f"{lang}/{urls.pdf_tail(plan.id)}", lang, plan.id) for plan in registry.plans for lang in LANGUAGES
    ]
    base_url = registry.site.base_url
    with _workers(min(jobs, len(pages))) as executor:
        made = [
            executor.submit(
                _make,
                (folder / urls.page_path(lang, urls.print_tail(plan))).read_bytes(),
                urls.absolute(base_url, lang, urls.print_tail(plan)),
                folder,
                f"{base_url}/",
            )
            for _, lang, plan in pages
        ]
        for (path, _, _), future in zip(pages, made, strict=True):
            found = future.result()
            if found.reason:
                raise PdfFault(found.reason, path, found.detail)
            yield path, found.data


@contextmanager
def _workers(count: int) -> Iterator[Executor]:
    context: Any = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(count, mp_context=context, initializer=become_worker) as executor:
        yield executor


def _probe() -> _Made:
    """Set two words in Chinese, and say what was missing for it. What libraries print is not told: the
    answer says it in words of our own."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    try:
        made = _make(_PROBE.encode(), "https://site.invalid/", Path("/nonexistent"), "https://site.invalid/")
    except ModuleNotFoundError:
        return _Made(reason="module")
    except OSError as error:
        return _Made(reason="library", detail=str(error).partition("'")[2].partition("'")[0] or str(error))
    return _Made(reason="font") if made.reason == "glyphs" else made


def _make(html: bytes, address: str, folder: Path, root: str) -> _Made:
    """One PDF. `address` is the page's own, `root` that of the staged site in `folder`."""
    import weasyprint
    from weasyprint.urls import FatalURLFetchingError

    missing = _Missing()
    logger = logging.getLogger("weasyprint")
    logger.propagate = False
    logger.addHandler(missing)
    try:
        document = weasyprint.HTML(
            string=html.decode(), base_url=address, url_fetcher=staged_files(folder, root)
        )
        data = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=sha256(html)[:32].encode())
    except FatalURLFetchingError as error:
        return _Made(reason="missing", detail=str(error))
    finally:
        logger.removeHandler(missing)
    if missing.found:
        return _Made(reason="glyphs", detail=missing.words())
    return _Made(data=data)


def staged_files(folder: Path, root: str) -> Any:
    """What WeasyPrint asks for files: those below `root` come from `folder`, all others are refused and
    end the work."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class StagedFiles(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
            path = folder / unquote(url.partition("#")[0].partition("?")[0].removeprefix(root))
            inside = path.resolve().is_relative_to(folder.resolve())
            if not url.startswith(root) or not inside or path.is_symlink():
                raise PermissionError("not a file of the site")
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})

    return StagedFiles(fail_on_errors=True)


class _Missing(logging.Handler):
    """Collects the characters that WeasyPrint had no glyph for, which it tells its log."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        if str(record.msg).startswith(".notdef") and isinstance(record.args, Sequence):
            self.found.add(str(record.args[0]))

    def words(self) -> str:
        return " ".join(f"{ch} (U+{ord(ch):04X})" for ch in sorted(self.found)[:10])
