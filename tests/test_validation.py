"""What is wrong is reported, with the articles behind it; each shape has a broken twin that it reports."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from summitry.graph.errors import ConfigurationError, UnknownName
from summitry.graph.ontology import SHAPES, document
from summitry.graph.validation import Severity, Violation, validate
from summitry.graph.validation.selection import hierarchy
from summitry.graph.vocabulary import RDF, SY

REFERENCE = Path(__file__).parents[1] / "ontology" / "reference"
PREFIXES = """
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix membership: <https://w3id.org/summitry/id/membership-status/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix relation: <https://w3id.org/summitry/id/relation-kind/> .
@prefix role: <https://w3id.org/summitry/id/role/> .
@prefix schema: <https://schema.org/> .
@prefix status: <https://w3id.org/summitry/id/status/> .
@prefix sy: <https://w3id.org/summitry/ontology#> .
@prefix treaty: <https://w3id.org/summitry/id/treaty-status/> .
@prefix x: <https://example.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

# A small world that is right. Each line that a twin below breaks occurs once.
WORLD = """
x:putin a sy:Person ; rdfs:label "Vladimir Putin"@en ; sy:met x:rahmon .
x:rahmon a sy:Person ; rdfs:label "Emomali Rahmon"@en, "Эмомали Рахмон"@ru .
x:russia a sy:State ; rdfs:label "Russia"@en ; sy:isoCode "RUS" .
x:tajikistan a sy:State ; rdfs:label "Tajikistan"@en ; sy:capital x:dushanbe .
x:uzbekistan a sy:State ; rdfs:label "Uzbekistan"@en ; sy:formerMemberOf x:csto ; sy:memberOf x:cis .
x:dushanbe a sy:City ; rdfs:label "Dushanbe"@en ; sy:inState x:tajikistan .
x:csto a sy:Alliance ; rdfs:label "CSTO"@en .
x:cis a org:Organization ; rdfs:label "CIS"@en .
x:rome a sy:Treaty ; rdfs:label "Rome Statute"@en .

x:tenure a sy:Tenure ; rdfs:label "t"@en ; sy:holder x:rahmon ; sy:role role:president ;
    sy:officeOf x:tajikistan ; sy:former false ; sy:startDate "1994"^^xsd:gYear .
x:membership a sy:Membership ; rdfs:label "m"@en ; sy:member x:tajikistan ; sy:organisation x:csto ;
    sy:membershipStatus membership:member .
x:visit a sy:Visit ; rdfs:label "v"@en ; sy:visitor x:putin ; sy:host x:tajikistan ; sy:place x:dushanbe ;
    sy:startDate "2022-06-28"^^xsd:date ; sy:endDate "2022-06"^^xsd:gYearMonth ;
    sy:earliestStart "2022-06-28"^^xsd:date ; sy:latestStart "2022-06-28"^^xsd:date ;
    sy:eventStatus status:occurred ; sy:hasValue x:answer, x:dissent .
x:answer a sy:AttributedValue ; sy:ofProperty sy:startDate ; sy:value "2022-06-28"^^xsd:date ;
    sy:accepted true ; sy:disputed false .
x:dissent a sy:AttributedValue ; sy:ofProperty sy:startDate ; sy:value "--07-29"^^xsd:gMonthDay ;
    sy:accepted false ; sy:disputed true .
x:meeting a sy:Meeting ; rdfs:label "mt"@en ; sy:participant x:putin, x:rahmon ;
    sy:discussed "border security" ; sy:eventStatus status:planned ; sy:startDate "--06"^^xsd:gMonth .
x:summit a sy:Summit ; rdfs:label "s"@en ; sy:summitOf x:cis ; sy:edition 6 ; sy:attendee x:rahmon ;
    sy:absentee x:putin ; sy:eventStatus status:ongoing .
x:base a sy:MilitaryBase ; rdfs:label "b"@en ; sy:operatedBy x:russia ; sy:host x:tajikistan ;
    sy:personnel 7000 .
x:border a sy:Border ; rdfs:label "bo"@en ; sy:borderOf x:tajikistan, x:uzbekistan ; sy:lengthKm 1312.0 .
x:party a sy:TreatyParticipation ; rdfs:label "p"@en ; sy:party x:tajikistan ; sy:treaty x:rome ;
    sy:treatyStatus treaty:ratified .
x:warrant a sy:Warrant ; rdfs:label "w"@en ; sy:issuer x:cis ; sy:wanted x:putin .
x:attack a sy:MilitaryAction ; rdfs:label "a"@en ; sy:actor x:russia ; sy:target x:uzbekistan .
x:arms a sy:ArmsSupply ; rdfs:label "ar"@en ; sy:supplier x:russia ; sy:recipient x:tajikistan ;
    sy:system "S-300" .
x:relation a sy:Relation ; rdfs:label "r"@en ; sy:relationFrom x:russia ; sy:relationTo x:tajikistan ;
    sy:relationKind relation:ally .
x:statement a sy:Statement ; rdfs:label "st"@en ; sy:speaker x:rahmon ; sy:quotation "words" .

x:claim a sy:Claim ; sy:claims x:content ; sy:evidence x:passage ; sy:certainty 0.9 ;
    sy:foundBy "visits.arrival" .
x:passage a oa:SpecificResource ; oa:hasSource x:article ; oa:hasSelector x:position, x:quote .
x:position a oa:TextPositionSelector ; oa:start 5 ; oa:end 9 .
x:quote a oa:TextQuoteSelector ; oa:exact "word" .
x:article a schema:NewsArticle ; sy:text "Some words." ; schema:datePublished "2022-06-28"^^xsd:date ;
    sy:digest "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" .
"""
BROKEN = [
    ('rdfs:label "Vladimir Putin"@en ;', "", "A thing has a label"),
    ('"Эмомали Рахмон"@ru', '"Emomali Rakhmon"@en', "A thing has a label"),
    ('"Rome Statute"', '" Rome Statute"', "without white space at its ends"),
    ('sy:isoCode "RUS"', 'sy:isoCode "ru"', "ISO code"),
    ("sy:capital x:dushanbe", "sy:capital x:russia", "A capital is a city."),
    ("sy:inState x:tajikistan", "sy:inState x:tajikistan, x:russia", "A place lies in one state"),
    ("sy:memberOf x:cis", "sy:memberOf x:cis, x:csto", "a member and a former member"),
    ('"1994"^^xsd:gYear', '"1994"^^xsd:gYear, "1992"^^xsd:gYear', "A fact starts on one date."),
    ('"1994"^^xsd:gYear', '"in 1994"', "A date is a day, month, year"),
    ('"2022-06"^^xsd:gYearMonth', '"2022"^^xsd:gYear, "2022-06"^^xsd:gYearMonth', "A fact ends on one date."),
    ('"2022-06"^^xsd:gYearMonth', "2022", "A date is a day, month, year"),
    ('"2022-06"^^xsd:gYearMonth', '"2022-06-27"^^xsd:date', "end is before its start"),
    ('"2022-06"^^xsd:gYearMonth', '"2021"^^xsd:gYear', "end is before its start"),
    ("sy:operatedBy x:russia ; sy:host", "sy:operatedBy x:russia ; sy:host x:uzbekistan ; sy:host",
     "A fact has one host"),
    ("sy:place x:dushanbe", "sy:place x:tajikistan", "A fact has one place"),
    ('sy:latestStart "2022-06-28"', 'sy:latestStart "2022-06-27"', "not after the latest start"),
    ('; sy:latestStart "2022-06-28"^^xsd:date', "", "stands beside the earliest"),
    ("sy:holder x:rahmon ;", "", "A tenure has one holder"),
    ("sy:role role:president ;", "", "A tenure has one role."),
    ("sy:officeOf x:tajikistan", "sy:officeOf x:dushanbe", "An office belongs to"),
    ("sy:former false", 'sy:former "no"', "A tenure is former or not."),
    ("sy:member x:tajikistan ;", "", "A membership has one member."),
    ("sy:organisation x:csto", "sy:organisation x:russia", "A membership is of one organisation."),
    ("membership:member", "membership:partner", "A membership has one status"),
    ("sy:visitor x:putin", "sy:visitor x:putin, x:rahmon", "A visit has one visitor"),
    ("sy:host x:tajikistan ; sy:place x:dushanbe ;", "", "A visit leads to"),
    ("status:occurred", "status:happened", "An event has one status"),
    ("sy:participant x:putin, x:rahmon", "sy:participant x:putin, x:rahmon, x:rome",
     "A participant is a person"),
    ('"border security"', '"border security"@en', "What was discussed is a plain text."),
    ("sy:participant x:putin, x:rahmon", "sy:participant x:putin", "two participants at least"),
    ("sy:summitOf x:cis", "sy:summitOf x:cis, x:csto", "A summit is of one organisation."),
    ("sy:edition 6", "sy:edition 0", "number in its series"),
    ("sy:attendee x:rahmon", "sy:attendee x:rahmon, x:putin", "attends a summit and stays away"),
    ("sy:attendee x:rahmon", "sy:attendee x:dushanbe", "An attendee is a person"),
    ("sy:operatedBy x:russia", "sy:operatedBy x:russia, x:csto", "is operated by one"),
    ("sy:operatedBy x:russia", "sy:operatedBy x:tajikistan", "operator and host differ"),
    ("sy:personnel 7000", "sy:personnel -1", "The personnel is one whole number."),
    ("sy:borderOf x:tajikistan, x:uzbekistan", "sy:borderOf x:tajikistan", "A border is of two states."),
    ("1312.0", "0.0", "A border has one length"),
    ("sy:party x:tajikistan ;", "", "is of one party"),
    ("sy:treaty x:rome", "sy:treaty x:cis", "is in one treaty"),
    ("sy:treaty x:rome ;", "", "A treaty participation names a treaty."),
    ("treaty:ratified", "treaty:forgotten", "A treaty participation has one status"),
    ("sy:issuer x:cis ;", "", "A warrant has an issuer."),
    ("sy:wanted x:putin", "sy:wanted x:russia", "A warrant is for one person."),
    ("sy:actor x:russia ;", "", "A military action has an actor"),
    ("sy:target x:uzbekistan", 'sy:target "them"', "A military action has a target."),
    ("sy:supplier x:russia", "sy:supplier x:tajikistan", "who is not its recipient"),
    ("sy:recipient x:tajikistan", "sy:recipient x:dushanbe", "An arms supply has a recipient."),
    ('sy:system "S-300"', "", "says what is supplied"),
    ("sy:relationFrom x:russia", "sy:relationFrom x:tajikistan", "does not lead back"),
    ("sy:relationTo x:tajikistan ;", "", "A relation leads to one thing."),
    ("relation:ally", "relation:friend", "A relation has one kind"),
    ('sy:quotation "words"', "sy:quotation 7", "A statement quotes one text."),
    ("sy:speaker x:rahmon", "sy:speaker x:rahmon, x:putin", "one speaker at most"),
    ('sy:ofProperty sy:startDate ; sy:value "--07-29"', 'sy:value "--07-29"', "is of one property"),
    ('sy:value "--07-29"^^xsd:gMonthDay ;', "", "An attributed value has one value."),
    ("sy:accepted false", "sy:accepted false, true", "is accepted or not"),
    ("sy:disputed true", "sy:disputed 1", "is disputed or not"),
    ("sy:hasValue x:answer, x:dissent", "sy:hasValue x:answer", "belongs to one fact"),
    ("sy:accepted false", "sy:accepted true", "Two values of one property are accepted."),
    ("sy:claims x:content ;", "", "A claim claims one thing."),
    ("sy:evidence x:passage ;", "", "A claim has evidence."),
    ("sy:certainty 0.9", "sy:certainty 1.9", "one number from 0 to 1"),
    ('sy:foundBy "visits.arrival"', "", "names the rule"),
    ("oa:hasSource x:article ;", "", "A passage is from one article."),
    ("oa:start 5", "oa:start -5", "A passage starts at one position."),
    ("; oa:end 9", "", "A passage ends at one position."),
    ('oa:exact "word"', 'oa:exact "word", "words"', "A passage has its exact words."),
    ("oa:end 9", "oa:end 4", "does not end before it starts"),
    ('sy:text "Some words." ;', "", "An article has its text."),
    ('sy:digest "aa', 'sy:digest "AA', "An article has a SHA-256 sum"),
    ('"2022-06-28"^^xsd:date ;\n    sy:digest', '"2022-06"^^xsd:gYearMonth ;\n    sy:digest',
     "published on one day"),
]  # fmt: skip


def read(turtle: str) -> list[Triple]:
    """Turtle with our prefixes as triples, and the class hierarchy."""
    return [*(quad.triple for quad in parse(PREFIXES + turtle, format=RdfFormat.TURTLE)), *hierarchy()]


def test_the_world_is_right() -> None:
    assert validate(read(WORLD)) == ()


@cache
def reports() -> dict[str, str]:
    """What is reported of each twin: all are validated at once, each below a number of its own."""
    twins: list[Triple] = []
    for number, (old, new, _) in enumerate(BROKEN):
        prefixes = PREFIXES.replace("example.org/", f"example.org/{number}/")
        turtle = prefixes + WORLD.replace(old, new)
        twins.extend(quad.triple for quad in parse(turtle, format=RdfFormat.TURTLE))
    found: dict[str, str] = {}
    for violation in validate([*twins, *hierarchy()]):
        number = violation.focus.split("/")[3]
        found[number] = f"{found.get(number, '')} {violation.message}"
    return found


@pytest.mark.parametrize("number", range(len(BROKEN)))
def test_what_is_broken_is_reported(number: int) -> None:
    old, _, message = BROKEN[number]
    assert WORLD.count(old) == 1
    assert message in reports()[str(number)]


def test_every_shape_has_a_broken_twin() -> None:
    shapes = rdflib.Graph().parse(document(SHAPES), format="turtle")
    messages = {str(text) for text in shapes.objects(None, rdflib.SH.message)}
    assert len(messages) >= 60
    assert {text for text in messages if not any(part in text for _, _, part in BROKEN)} == set()


def test_a_violation_says_where_and_what() -> None:
    found = validate(read(WORLD.replace("sy:wanted x:putin", "sy:wanted x:russia")))
    assert found == (
        Violation(
            focus="https://example.org/warrant",
            path=SY.wanted.value,
            message="A warrant is for one person.",
            severity=Severity.VIOLATION,
            value="https://example.org/russia",
            source="https://w3id.org/summitry/shapes#Warrant",
        ),
    )


def test_shapes_over_the_whole_graph_report_the_node_at_fault() -> None:
    twins = WORLD.replace("sy:accepted false", "sy:accepted true")
    found = validate(read(twins))
    assert [(v.focus, v.source) for v in found] == [
        ("https://example.org/visit", "https://w3id.org/summitry/shapes#OneAccepted")
    ]


def test_warnings_come_after_violations() -> None:
    broken = WORLD.replace("x:putin, x:rahmon ;", "x:putin ;").replace("sy:edition 6", "sy:edition 0")
    assert [v.severity for v in validate(read(broken))] == [Severity.VIOLATION, Severity.WARNING]


def test_shapes_that_do_not_exist_are_refused() -> None:
    with pytest.raises(UnknownName, match="no document 'form'"):
        validate([], "form")


def test_a_triple_about_a_triple_is_refused() -> None:
    node = NamedNode("https://example.org/x")
    with pytest.raises(ConfigurationError, match="triple term"):
        validate([Triple(node, node, Triple(node, node, node))])


def test_the_reference_data_are_right() -> None:
    def said(name: str) -> list[Triple]:
        return [quad.triple for quad in parse(path=REFERENCE / f"{name}.ttl", format=RdfFormat.TURTLE)]

    files = [*said("leaders"), *said("states"), *said("treaties"), *said("organisations")]
    pointed = {triple.object for triple in files}
    capitals = [triple for triple in said("cities") if triple.subject in pointed]
    assert len(capitals) >= 400
    # Memberships are alike, so one in forty is enough.
    some = [t.subject for t in files if (t.predicate, t.object) == (RDF.type, SY.Membership)]
    skipped = set(some) - set(some[::40])
    checked = [triple for triple in (*files, *capitals) if triple.subject not in skipped]
    assert validate([*checked, *hierarchy()]) == ()
