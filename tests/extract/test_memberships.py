"""Memberships: who belongs to what, and how."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Membership

Told = Callable[..., list[Membership]]
CASES = {
    "members": ("Armenia and Kyrgyzstan are members of the CSTO.", {("Armenia", "CSTO", "member"), ("Kyrgyzstan", "CSTO", "member")}),
    "besides": ("Besides Armenia, the CSTO comprises Belarus.", {("Armenia", "CSTO", "member"), ("Belarus", "CSTO", "member")}),
    "made up of": ("Made up of two republics, Armenia and Belarus, the CSTO has an army.", {("Armenia", "CSTO", "member"), ("Belarus", "CSTO", "member")}),
    "article in a list": ("The members of CARICOM are Belize, The Bahamas and Guyana.", {(s, "CARICOM", "member") for s in ("Belize", "Bahamas", "Guyana")}),
    "clause": ("Turkey, which joined in 1952, is a member of NATO.", {("Turkey", "NATO", "member")}),
    "as": ("As a NATO member, Turkey has a veto.", {("Turkey", "NATO", "member")}),
    "founder": ("Thailand, one of the founders of ASEAN, agreed.", {("Thailand", "ASEAN", "member")}),
    "taken up": ("NATO met in Madrid. Turkey is a member of the alliance.", {("Turkey", "NATO", "member")}),
    "joined by": ("The SCO was founded in Shanghai. It was later joined by India.", {("India", "SCO", "member")}),
    "colon": ("Two are members of the CSTO: Armenia and Belarus.", {("Armenia", "CSTO", "member"), ("Belarus", "CSTO", "member")}),
    "applied": ("Finland has applied for NATO membership.", {("Finland", "NATO", "applicant")}),
    "will join": ("Croatia will join the European Union in July.", {("Croatia", "EU", "acceding")}),
    "kept out of a meeting": ("Laos had been excluded from an ASEAN summit.", set()),
    "left": ("Uzbekistan pulled out of the CSTO.", {("Uzbekistan", "CSTO", "former")}),
    "it": ("Kyrgyzstan is poor. It intends to join the European Union.", {("Kyrgyzstan", "EU", "applicant")}),
    "no longer": ("Ecuador is no longer a member of OPEC.", {("Ecuador", "OPEC", "former")}),
    "announced": ("Qatar announced on Monday that it was quitting OPEC.", {("Qatar", "OPEC", "former")}),
    "suspended": ("ECOWAS on Friday suspended Mali.", {("Mali", "ECOWAS", "suspended")}),
    "its membership of it": ("Mali's membership of ECOWAS was suspended on Friday.", {("Mali", "ECOWAS", "suspended")}),
    "joined as observer": ("Turkey joined the SCO as a dialogue partner.", {("Turkey", "SCO", "observer")}),
    "left unnamed": (
        "NATO and the EU are near neighbours. Brussels is the seat of the EU, of which Britain was part. Britain left in 2020.",
        {("United Kingdom", "EU", "former")},
    ),
    "of two": ("Greece is a member of the EU and NATO.", {("Greece", "EU", "member"), ("Greece", "NATO", "member")}),
    "two predicates": (
        "Armenia hosts many Russian guests and is a member of the CSTO.",
        {("Armenia", "CSTO", "member")},
    ),
    "let back in": ("Syria was suspended from the Arab League in 2011 and came back in 2023.", {("Syria", "Arab League", "member")}),
    "to which": ("ASEAN, to which Laos and nine other countries belong, met.", {("Laos", "ASEAN", "member")}),
    "once": ("Taiwan was a member of the United Nations until 1971.", {("Taiwan", "UN", "former")}),
    "one of a row": ("EU member Malta, Georgia, and Chad sent envoys.", {("Malta", "EU", "member")}),
    "joined as a guest": ("Turkmenistan joined the OTS as an Observer Member.", {("Turkmenistan", "OTS", "observer")}),
    "once, turned round": ("ECOWAS has a parliament. Until 2000, Mauritania also belonged to the organisation.", {("Mauritania", "ECOWAS", "former")}),
    "readmitted": ("Guinea was suspended from the African Union in 2008 and readmitted a year later.", {("Guinea", "African Union", "member")}),
    "requested": ("Last week Montenegro formally requested EU membership.", {("Montenegro", "EU", "applicant")}),
    "called for": ("India called for the readmission of the Maldives to the Commonwealth.", {("Maldives", "Commonwealth", "applicant")}),
    "in the process": ("ASEAN met. Timor-Leste is in the process of accession.", {("Timor-Leste", "ASEAN", "acceding")}),
    "approved": ("Timor-Leste's membership in ASEAN was approved.", {("Timor-Leste", "ASEAN", "acceding")}),
    "to be an observer": ("Armenia will be granted observer status by the GCC.", {("Armenia", "GCC", "observer")}),
    "with its allies": ("Greece and its NATO allies Italy and Spain agreed.", {(s, "NATO", "member") for s in ("Greece", "Italy", "Spain")}),
    "and hopes to": ("Croatia will join the European Union, and Serbia hopes to join.", {("Croatia", "EU", "acceding"), ("Serbia", "EU", "applicant")}),
    "whose seat": ("The leaders of the Arab League met without Syria, whose seat was frozen.", {("Syria", "Arab League", "suspended")}),
    "of its leaders": ("The leaders of the Arab League met. Syria's seat, suspended in 2011, was empty.", {("Syria", "Arab League", "suspended")}),
    "not content": ("Belarus, an observer in the SCO, has applied for full membership.", {("Belarus", "SCO", "observer"), ("Belarus", "SCO", "applicant")}),
    "chair": ("Zambia holds the rotating chair of SADC.", {("Zambia", "SADC", "member")}),
    "as its chair": ("Rwanda took over as chair of the East African Community.", {("Rwanda", "East African Community", "member")}),
    "invited in a row": (
        "The SCO has decided to invite two countries - Belarus and Mongolia - to become new members of the bloc.",
        {("Belarus", "SCO", "acceding"), ("Mongolia", "SCO", "acceding")},
    ),
    "among those who wish": (
        "A dozen states have said they want to join the SCO, including Armenia and Nepal.",
        {("Armenia", "SCO", "applicant"), ("Nepal", "SCO", "applicant")},
    ),
    "pending": ("The East African Community met. Somalia's application is also pending.", {("Somalia", "East African Community", "applicant")}),
    "opened talks": ("Albania has opened accession talks with the EU.", {("Albania", "EU", "applicant")}),
    "two states": (
        "Serbia and Montenegro were the first to open accession negotiations with the EU.",
        {("Serbia", "EU", "applicant"), ("Montenegro", "EU", "applicant")},
    ),
    "last to join": ("Croatia was the last country to join the SCO.", {("Croatia", "SCO", "member")}),
    "last was": ("The last country to join the SCO was Croatia.", {("Croatia", "SCO", "member")}),
    "status of": ("He hailed the entry of Nepal into the SCO in the status of an observer.", {("Nepal", "SCO", "observer")}),
    "its president": ("Nepal's President Bidya Devi Bhandari attended the SCO summit for the first time as an observer.", {("Nepal", "SCO", "observer")}),
    "joined as others left": (
        "Angola left COMESA in 2007, and Somalia joined in 2018.",
        {("Angola", "COMESA", "former"), ("Somalia", "COMESA", "member")},
    ),
    "suspended their part": (
        "In spring, Peru and Chile suspended their membership of UNASUR.",
        {("Peru", "UNASUR", "suspended"), ("Chile", "UNASUR", "suspended")},
    ),
    "created by": ("It cited ALBA, created in 2004 by Venezuela and Cuba.", {("Venezuela", "ALBA", "member"), ("Cuba", "ALBA", "member")}),
    "told somebody": ("Burundi has told the United Nations that it is withdrawing from the ICC.", {("Burundi", "ICC", "former")}),
    "decision to suspend": ("The Arab League's decision to suspend Syria drew anger.", {("Syria", "Arab League", "suspended")}),
    "restored": ("The Arab League met. Libya's membership, suspended in February, was restored in August.", {("Libya", "Arab League", "member")}),
    "its accession": ("Parliament ratified the NATO accession of Finland and Sweden.", {("Finland", "NATO", "applicant"), ("Sweden", "NATO", "applicant")}),
    "has chaired": ("Rwanda has chaired the East African Community since May.", {("Rwanda", "East African Community", "member")}),
    "notice": ("It had a letter from Ecuador giving notice of its intention to withdraw from OPEC.", {("Ecuador", "OPEC", "former")}),
    "years in brackets": (
        "OPEC has seen Gabon rejoin the organisation (2016) and welcomed new members, Angola (2007) and Nigeria (1971).",
        {(s, "OPEC", "member") for s in ("Gabon", "Angola", "Nigeria")},
    ),
    "other members": ("OPEC met. Iran is at odds with two other members, Kuwait and Iraq.", {("Kuwait", "OPEC", "member"), ("Iraq", "OPEC", "member")}),
    "ended and rejoined": ("OPEC met. Gabon ended its membership in 1995 but rejoined in 2016.", {("Gabon", "OPEC", "member")}),
    "immediate exit": ("Togo and Benin announced on Sunday their immediate withdrawal from the West African bloc ECOWAS.", {("Togo", "ECOWAS", "former"), ("Benin", "ECOWAS", "former")}),
    "to let join": ("The members signed the protocols that let Sweden join NATO.", {("Sweden", "NATO", "acceding")}),
    "protocols for": ("The NATO allies signed the accession protocols for Sweden and Finland.", {("Sweden", "NATO", "acceding"), ("Finland", "NATO", "acceding")}),
    "welcomed back": ("The Commonwealth has welcomed The Gambia back as a member.", {("Gambia", "Commonwealth", "member")}),
    "let rejoin": ("African Union leaders agreed to let Morocco rejoin.", {("Morocco", "African Union", "member")}),
    "made a candidate": ("The EU met. Albania was made a candidate.", {("Albania", "EU", "applicant")}),
    "is to become": ("Mercosur met. Bolivia will become a full member on July 31.", {("Bolivia", "Mercosur", "acceding")}),
    "its chair": ("Egypt, which holds the African Union's rotating chair, agreed.", {("Egypt", "African Union", "member")}),
    "suspension": ("He told of the suspension of Moldova's participation in the CIS.", {("Moldova", "CIS", "suspended")}),
    "bid": ("The SCO met. Russia backs Nepal's bid for full membership.", {("Nepal", "SCO", "applicant")}),
    "somebody's post": (
        "CARICOM opened its doors. CARICOM's guests came late. The Commonwealth Secretary-General spoke first. The bloc includes Belize and Guyana.",
        {("Belize", "CARICOM", "member"), ("Guyana", "CARICOM", "member")},
    ),
    "observer": ("Mongolia has observer status in the SCO.", {("Mongolia", "SCO", "observer")}),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_membership(name: str, told: Told) -> None:
    text, expected = CASES[name]
    assert {(m.member.name, m.organisation.name, m.status) for m in told(text, Membership)} == expected


def test_who_has_left_since_was_a_member_then(told: Told) -> None:
    text = "ECOWAS members Mali and Niger closed their border."
    assert {m.member.name for m in told(text, Membership)} == {"Mali", "Niger"}


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine is not a member of NATO.",
        "NATO members met in Germany.",
        "If Sweden joins NATO, the Baltic is its lake.",
        "Switzerland does not belong to the European Union.",
        "She flew to four non-EU states - Norway, Iceland, Serbia and Albania - in May.",
        "She voiced support for admitting Georgia and Moldova to NATO.",
        "Viktor Yushchenko had wanted Ukraine to join NATO.",
    ],
)
def test_no_membership(text: str, told: Told) -> None:
    assert told(text, Membership) == []
