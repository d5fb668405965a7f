"""Deeds: nouns that name, beside who does it, also who suffers it."""

# Of whom these are he suffers them: "the arrest of Berg".
BEFALLING = {
    "release", "return", "extradition", "exchange", "protection", "liberation", "evacuation", "rescue", "arrest",
    "killing", "murder", "expulsion", "detention", "treatment", "invasion", "occupation", "annexation", "bombing",
    "shelling", "bombardment", "poisoning", "abuse", "persecution", "imprisonment", "execution", "assassination",
    "deportation", "kidnapping", "abduction", "torture", "exclusion", "harassment", "destruction", "seizure",
    "encirclement", "isolation", "blockade", "punishment", "partition", "defense", "defence",
    "betrayal", "humiliation", "abandonment", "oppression", "mistreatment", "massacre", "genocide", "slaughter",
}  # fmt: skip

# Against whom these are he suffers them too: "attacks on Ostmark by Varenia".
AIMED = {
    "attack", "strike", "assault", "raid", "war", "aggression", "sanction", "threat", "pressure", "crackdown",
    "offensive", "violence", "crime", "embargo", "tariff", "fight", "measure", "restriction", "ban", "atrocity",
}  # fmt: skip
