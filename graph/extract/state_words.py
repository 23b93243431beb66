"""The words that stand for states: what acts for one, what one is called, what another is to it."""

from __future__ import annotations

# what acts for the state that stands before it, or behind "of"
ORGANS = frozenset(
    "government authority cabinet administration parliament senate congress legislature lawmaker assembly house chamber deputy ministry "
    "army military navy force troop soldier marine airforce aviation guard jet warplane plane aircraft helicopter gunship drone warship "
    "ship fleet artillery side delegation leadership leader president minister premier chancellor official diplomat junta regime "
    "police intelligence judge court prosecutor judiciary executive presidency council airman serviceman division brigade tank paratrooper commando unit gunner column battalion regiment battery fighter bomber missile frigate destroyer infantry".split()
)
# what states are called, where their names stand beside it
KINDS = frozenset(
    "country state nation member ally neighbour neighbor partner island republic kingdom government power territory region signatory "
    "party economy friend capital monarchy emirate sheikhdom federation union archipelago heavyweight giant buyer supplier entity enclave handful number few dozen majority minority".split()
)
FRIENDS = frozenset("neighbour neighbor ally partner".split())
