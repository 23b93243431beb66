"""Articles brought by hand: read, looked over, corrected, rejected, stored; with the name of who decided."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect
from serving import Server

TEXT = """President Emomali Rahmon of Tajikistan visited Kazakhstan on 3 May 2024.

In Astana he met President Kassym-Jomart Tokayev on 3 May 2024.
"""
SY = "PREFIX sy: <https://w3id.org/summitry/ontology#> "


def bring(page: Page, token: str, text: str = TEXT) -> None:
    page.goto("/ingest")
    page.locator("#text").fill(text)
    page.locator("#title").fill("Rahmon goes to Astana")
    page.locator("#published").fill("2024-05-04")
    page.locator("#token").fill(token)
    page.get_by_role("button", name="Read it").click()


def test_what_was_read_is_looked_over_before_it_is_stored(page: Page, site: Server) -> None:
    page.set_default_timeout(120_000)  # the parser is loaded anew for each text
    bring(page, site.tokens["write"])
    page.wait_for_url("**/ingest/*")
    expect(page.get_by_text("kept under the name “the writeer”")).to_be_visible()
    visit = page.locator("fieldset", has=page.get_by_text("visit", exact=True))
    expect(visit.locator("mark").first).to_be_visible()
    assert not site.ask(SY + 'ASK { ?v a sy:Visit ; sy:startDate ?d FILTER(STRSTARTS(STR(?d), "2024-05")) }')

    visit.get_by_label("date", exact=True).fill("the third")
    page.get_by_role("button", name="Store").click()
    expect(page.get_by_role("alert")).to_contain_text("'the third' is not a date")
    visit.get_by_label("date", exact=True).fill("2024-05-02")
    meeting = page.locator("fieldset", has=page.get_by_text("meeting", exact=True))
    meeting.get_by_role("checkbox").uncheck()
    page.get_by_role("button", name="Store").click()
    page.wait_for_url("**/page/article/*")

    assert site.ask(SY + 'ASK { ?v a sy:Visit ; sy:startDate ?d FILTER(STR(?d) = "2024-05-02") }')
    assert not site.ask(
        SY + 'ASK { ?m a sy:Meeting ; sy:startDate ?d FILTER(STRSTARTS(STR(?d), "2024-05")) }'
    )
    decided = site.rows(
        SY
        + "PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
        "SELECT ?verdict ?by ?label { ?d a sy:Decision ; sy:verdict ?verdict ; dcterms:creator ?by ; rdfs:label ?label }"
        " ORDER BY ?verdict"
    )
    assert [(each["verdict"], each["by"]) for each in decided] == [
        ("corrected", "the writeer"),
        ("rejected", "the writeer"),
    ]
    assert decided[1]["label"].startswith("rejected: meeting")
    expect(page.get_by_role("heading", level=1)).to_have_text("Rahmon goes to Astana")
    page.goto("/changes")
    expect(page.locator(".change").first).to_contain_text("Rahmon goes to Astana")


def test_only_a_token_that_may_write_lets_a_text_in(page: Page, site: Server) -> None:
    for token, words in (
        (site.tokens["read"], "adding articles needs write"),
        ("sy_nonsense", "not known here"),
    ):
        bring(page, token)
        expect(page.get_by_role("alert")).to_contain_text(re.compile(words))
        expect(page.locator("#text")).to_have_value(re.compile("Emomali Rahmon"))


def test_what_waits_for_nobody_is_not_found(page: Page) -> None:
    answer = page.goto("/ingest/guessed")
    assert answer and answer.status == 404
