"""The terms of ontology/summitry.ttl, in its order; a test holds the two together."""

from __future__ import annotations

from pyoxigraph import NamedNode

from summitry.graph.vocabulary.closed import Terms


class SY(Terms, iri="https://w3id.org/summitry/ontology#"):
    """Our own terms; what each means stands in the ontology."""

    # Agents
    Person: NamedNode
    State: NamedNode
    IntergovernmentalOrganization: NamedNode
    Alliance: NamedNode
    Union: NamedNode
    Forum: NamedNode
    Court: NamedNode
    Body: NamedNode
    isoCode: NamedNode
    demonym: NamedNode
    demonymNoun: NamedNode
    capital: NamedNode
    partOf: NamedNode
    bodyOf: NamedNode

    # Places
    Place: NamedNode
    City: NamedNode
    Region: NamedNode
    locatedIn: NamedNode
    inState: NamedNode
    population: NamedNode

    # Treaties
    Treaty: NamedNode

    # Facts: what can be the case, with when, where and whether it came to pass
    Fact: NamedNode
    Event: NamedNode
    Situation: NamedNode
    startDate: NamedNode
    endDate: NamedNode
    earliestStart: NamedNode
    latestStart: NamedNode
    place: NamedNode
    host: NamedNode
    eventStatus: NamedNode

    # Offices
    Tenure: NamedNode
    holder: NamedNode
    role: NamedNode
    roleName: NamedNode
    officeOf: NamedNode
    former: NamedNode
    holdsOfficeIn: NamedNode

    # Memberships and alliances
    Membership: NamedNode
    member: NamedNode
    organisation: NamedNode
    membershipStatus: NamedNode
    everMemberOf: NamedNode
    memberOf: NamedNode
    formerMemberOf: NamedNode
    inAlliance: NamedNode
    hasAllianceMember: NamedNode
    sharesAllianceWith: NamedNode

    # Visits, meetings, summits
    Visit: NamedNode
    visitor: NamedNode
    visited: NamedNode
    Meeting: NamedNode
    participant: NamedNode
    discussed: NamedNode
    met: NamedNode
    Summit: NamedNode
    summitOf: NamedNode
    seriesName: NamedNode
    edition: NamedNode
    attendee: NamedNode
    absentee: NamedNode
    attended: NamedNode

    # Forces abroad
    MilitaryPresence: NamedNode
    MilitaryBase: NamedNode
    Deployment: NamedNode
    operatedBy: NamedNode
    operates: NamedNode
    siteName: NamedNode
    unit: NamedNode
    personnel: NamedNode
    operatesBaseIn: NamedNode
    hasMilitaryPresenceIn: NamedNode

    # Borders
    Border: NamedNode
    borderOf: NamedNode
    lengthKm: NamedNode
    borders: NamedNode

    # Treaties and warrants
    TreatyParticipation: NamedNode
    party: NamedNode
    treaty: NamedNode
    treatyName: NamedNode
    treatyStatus: NamedNode
    Warrant: NamedNode
    issuer: NamedNode
    wanted: NamedNode

    # Force and arms
    MilitaryAction: NamedNode
    actor: NamedNode
    target: NamedNode
    ArmsSupply: NamedNode
    supplier: NamedNode
    recipient: NamedNode
    system: NamedNode

    # Relations
    Relation: NamedNode
    relationFrom: NamedNode
    relationTo: NamedNode
    relationKind: NamedNode
    detail: NamedNode
    allyOf: NamedNode
    strategicPartnerOf: NamedNode
    kinOf: NamedNode
    recognises: NamedNode
    doesNotRecognise: NamedNode

    # Words
    Statement: NamedNode
    speaker: NamedNode
    quotation: NamedNode
    Topic: NamedNode
    topicOf: NamedNode
    topic: NamedNode

    # Claims: what one article says, with the words that say it
    Claim: NamedNode
    claims: NamedNode
    evidence: NamedNode
    certainty: NamedNode
    attribution: NamedNode
    foundBy: NamedNode
    Mention: NamedNode
    mention: NamedNode
    mentions: NamedNode
    spelling: NamedNode

    # Support: which claims and articles stand behind a fact and each of its values
    supportedBy: NamedNode
    reportedIn: NamedNode
    AttributedValue: NamedNode
    hasValue: NamedNode
    ofProperty: NamedNode
    value: NamedNode
    valueThing: NamedNode
    accepted: NamedNode
    disputed: NamedNode
    reason: NamedNode

    # Reasoning: why something holds, and what cannot be
    Inconsistency: NamedNode
    breaks: NamedNode
    byRule: NamedNode
    premise: NamedNode
    axiom: NamedNode

    # History: what each change of the graph came to
    Change: NamedNode
    entered: NamedNode
    reread: NamedNode
    left: NamedNode
    Revision: NamedNode
    revises: NamedNode
    outcome: NamedNode
    formerly: NamedNode
    newlyDisputed: NamedNode
    settled: NamedNode

    # Decisions: what users have said about who and what is the same
    Decision: NamedNode
    verdict: NamedNode
    oneSide: NamedNode
    otherSide: NamedNode

    # Articles as read
    text: NamedNode
    layout: NamedNode
    digest: NamedNode
    file: NamedNode
    dateline: NamedNode
    datelinePlace: NamedNode
