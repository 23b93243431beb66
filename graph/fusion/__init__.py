"""Claims of all articles -> facts: same entity, same event, the accepted values, and the dissent.

Everything here is a pure function of the claims and the reference data, whatever the order of reading.

known       what the reference data know, as far as fusion asks
when        dates of any precision, compared and combined
reports     claims in their context; independent voices
seasons     the months in which an event may have been
words       names of series, treaties, weapons, sites, quotes -> what tells them apart
blocks      which claims may tell of the same thing
decisions   what users have decided: the same, or not
resolve     people under one key whatever their spelling
truth       the answers to one question -> the accepted value, the dissent, and why
moment      the time of an article against the time of an event
trips       two events on different days: one that was moved or misdated, or two
sightings   a report of an event: when, where, with whom
joining     events that are better explained as one
events      reports -> which of them tell of the same event
naming      labels and keys of facts
shaping     parts that every fuser needs
occasions   what visits, meetings and summits share
visits, meetings, summits, offices, lasting, forces, statements    the fusers
spellings   the names of a thing -> how it is described
groups      claims -> those that are fused together
fuse        reports -> facts, group by group
"""

from summitry.graph.fusion.blocks import block_keys
from summitry.graph.fusion.decisions import NONE, Decision, Decisions, Verdict
from summitry.graph.fusion.fuse import dates_of, fuse, fuse_claims, fuse_groups, keys_of, report_of
from summitry.graph.fusion.groups import Groups
from summitry.graph.fusion.known import Known, KnownNodes, Node
from summitry.graph.fusion.reports import Context, Report
from summitry.graph.fusion.resolve import Holder, Who, holders, part, renamed, resolve, who_is
from summitry.graph.fusion.seasons import places_of, sought_by, timeless
from summitry.graph.fusion.spellings import Spelling, describe, spellings

__all__ = [
    "NONE",
    "Context",
    "Decision",
    "Decisions",
    "Groups",
    "Holder",
    "Known",
    "KnownNodes",
    "Node",
    "Report",
    "Spelling",
    "Verdict",
    "Who",
    "block_keys",
    "dates_of",
    "describe",
    "fuse",
    "fuse_claims",
    "fuse_groups",
    "holders",
    "keys_of",
    "part",
    "places_of",
    "renamed",
    "report_of",
    "resolve",
    "sought_by",
    "spellings",
    "timeless",
    "who_is",
]
