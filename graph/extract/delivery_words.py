"""The words of giving and getting weapons, of what only may come of it, and of contracts for it."""

from __future__ import annotations

import re

GIVING = frozenset(
    "supply deliver provide send sell transfer donate hand equip ship give arm export gift present furnish lend grant pledge promise "
    "contribute dispatch bestow lease loan rent cede turn pass airlift ferry truck rush funnel channel offload allocate earmark commit "
    "reexport re-export outfit kit build".split()
)
GETTING = frozenset(
    "buy purchase order acquire receive import obtain procure get take secure commission induct choose select pick lease accept inherit "
    "contract source field".split()
)
SHOPPING = frozenset("buy purchase order acquire procure choose select pick contract".split())
APPROVING = frozenset(
    "announce approve authorise authorize clear sanction greenlight unveil okay finance fund license licence release unblock".split()
)
APPROVED = frozenset("approve clear authorise authorize greenlight okay".split())
MOVING = frozenset(
    "arrive come go reach land head unload dock bring fly roll return move dispatch hand".split()
)
VAGUE = frozenset(
    "send dispatch move come go give build get take announce land".split()
)  # of which much else is said
BOUND = frozenset("go hand bring head".split())
GIFTS = frozenset(
    "delivery sale supply export shipment transfer donation provision handover transaction arrival consignment gift loan lease present".split()
)
BUYS = frozenset("purchase acquisition procurement order import".split())
BUYERS = frozenset("buyer purchaser customer importer recipient client".split())
SELLERS = frozenset("supplier seller exporter provider source".split())
UNDONE = frozenset(
    "refuse decline halt stop ban want like ask request urge deny accuse consider mull seek block suspend freeze cancel oppose reject "
    "prevent threaten hope hop wish discuss negotiate plead offer call object veto prohibit avoid delay talk negotiation discussion bid "
    "easy easier possible able difficult likely unlikely interested interest bar limit ponder study examine weigh wonder debate rumour claim "
    "allege suspect doubt fear worry condition fail simulate tender propose proposal".split()
)
SENDING = frozenset("send dispatch fly move".split())
# what one's own ships and aircraft are sent to do
ERRANDS = frozenset(
    "monitor patrol watch observe survey surveil track search scan evacuate escort rescue shadow gather collect participate exercise".split()
)
CONTRACTS = frozenset("contract deal agreement order memorandum".split())
GATE = re.compile(
    r"\b(?:suppl|deliver|provi[ds]|sen[dt]|s[eo]l[dl]|transfer|donat|hand|equip|ship|g[ai]v|arm|export|gift|present|furnish|lend|lent|loan|leas|rent|grant|pledg|promis|"
    r"contribut|dispatch|airlift|ferr|truck|rush|funnel|channel|offload|allocat|earmark|commit|outfit|b[uo]y|bought|built|build|purchas|order|acqui|receiv|import|obtain|procur|"
    r"g[eo]t|t[ao]k|took|secur|sale|customer|client|recipient|commission|induct|ch[o]+se|select|pick|accept|inherit|contract|deal|paid|pay|spen[dt]|announc|approv|authori|clear|"
    r"sanction|unveil|financ|fund|licen|releas|arriv|came|come|go|went|reach|land|head|unload|dock|br[io]+u?gh?t|bring|fl[eoy]w?|turn|pass|ced|sourc|field)"
)
