"""The words that tell whether an event took place: verbs of refusing and wishing, adjectives, prepositions of time."""

from __future__ import annotations

REPORT = frozenset("say tell announce add confirm report state note reveal indicate explain reiterate stress underline declare "
                    "recall write tweet disclose".split())  # fmt: skip
REFUSE = frozenset("refuse decline fail avoid reject skip boycott miss rule forget refrain deny prevent bar ban stop".split())  # fmt: skip
APPEAL = frozenset("hop call ask appeal push press plead hope wait beg lobby wish pray argue".split())
WISH = frozenset("want wish invite urge ask call demand request suggest offer seek consider mull ponder need like encourage "
                  "hope hop try attempt threaten propose allow let warrant require deserve merit necessitate".split())  # fmt: skip
WILLING = frozenset(
    "ready willing able eager keen prepared open reluctant unwilling likely unlikely possible impossible free "
    "unable incapable hesitant loath afraid happy glad delighted welcome".split()
)
GOING = frozenset("go fly leave depart travel head come arrive return".split())
MODAL_MAYBE = frozenset("could may might should can must ought".split())
SOON = frozenset("upcoming planned scheduled forthcoming future next expected coming announced imminent nearing looming approaching".split())  # fmt: skip
MAYBE = frozenset("possible proposed potential hypothetical eventual prospective".split())
GONE = frozenset("cancelled canceled postponed aborted abandoned".split())
DONE, AT = frozenset("recent last previous past earlier historic".split()), frozenset({"at", "during"})
BEFORE = frozenset("before ahead eve prior".split())
TIMETABLES, COMING = (
    frozenset("schedule plan slate pencil".split()),
    frozenset("arrive land come fly leave depart".split()),
)
AHEAD = frozenset(
    "preparation arrangement groundwork plan programme program agenda schedule date readiness".split()
)
# "the outcome of the talks": they have been
ENDED = frozenset("end conclusion result outcome success failure fruit achievement".split())
AFTER = frozenset("after following since concluding".split())
TRIPS = frozenset("trip visit tour journey".split())
ARRIVES = frozenset("arrive land return come".split())
CARRIED_OUT = frozenset(
    "force oblige compel begin start continue manage choose succeed go come enable help lead".split()
)  # "managed to visit"
PREPARES = frozenset("prepare ready gear brace".split())
