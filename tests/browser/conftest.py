"""A served graph and a real browser: Debian's Chromium, driven by Playwright, which downloads nothing."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.conftest import ROOT, run

sys.path.insert(0, str(ROOT / "tests" / "server"))
from serving import Server, serving

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PATIENCE = 20_000  # milliseconds: the machine may be busy with other tests
HOSTILE = Path(__file__).with_name("hostile.txt")

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def site(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over the sample graph and one hostile article."""
    folder = tmp_path_factory.mktemp("site")
    store = folder / "store"
    shutil.copytree(sample_store, store)
    result = run("ingest", str(HOSTILE), store=store)
    assert result.exit_code == 0, result.stderr
    with serving(folder, store=str(store), empty=False) as server:
        yield server


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the tests of a file. Its event loop must not outlive them: others start loops of their own."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def context(site: Server, browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile that notes every request to another host, and every script that was kept from running."""
    context = browser.new_context(base_url=site.url, viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, site: Server) -> Iterator[Page]:
    """A page that may raise no error, break no policy and ask no other host."""
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("console", lambda told: faults.append(told.text) if "Security Policy" in told.text else None)
    page.on("request", lambda asked: None if _ours(asked.url, site) else faults.append(f"asked {asked.url}"))
    page.on("dialog", lambda dialog: (faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    yield page
    assert not faults, faults


def _ours(url: str, site: Server) -> bool:
    return url.startswith((site.url, "data:", "blob:"))
