"""Forms of the verbs of the cue lists, for those that the lemmatizer leaves as they are or gets wrong."""

from __future__ import annotations

import re

from pipeline.certainty.cues import VERBS

# Forms that the lemmatizer of the model leaves or gets wrong, of verbs outside the regular first group.
IRREGULAR_FORMS: dict[str, str] = {
    form: lemma
    for lemma, forms in {
        "démentir": "dément démentent démentait démentaient démentit démentirent démentant démentira démenti",
        "craindre": "crains craint craignent craignait craignaient craignit craindrait craignant",
        "nier": "nie nient niait niaient nia nièrent niant niera niait",
        "refuser": "refuse refusent",
        "tweeter": "tweete tweetent tweetait tweeta tweeté tweetée",
        "retweeter": "retweete retweetent retweetait retweeta retweeté",
        "exclure": "exclut excluent excluait excluaient exclura exclurait excluant",
        "promettre": "promet promettent promettait promettaient promit promirent promettant",
        "permettre": "permet permettent permettait permettaient permettrait permettant",
        "prévoir": "prévoit prévoient prévoyait prévoyaient prévit prévoyant prévoirait",
        "vouloir": "veut veulent voulait voulaient voulut voudrait voudraient voulant veuille veux voulons",
        "pouvoir": "peut peuvent pouvait pouvaient put pourrait pourraient pourra pourront puisse puissent",
        "devoir": "doit doivent devait devaient devrait devraient devra devront dois devons",
        "interdire": "interdit interdisent interdisait interdisaient interdisant",
        "réussir": "réussit réussissent réussira réussirait",
        "parvenir": "parvient parviennent parvenait parvint parviendra parviendrait",
        "croire": "croit croient croyait croyaient crut crois croyons croyant",
        "prétendre": "prétend prétendent prétendait prétendaient prétendit",
        "accepter": "accepte acceptent",
        "faillir": "faillit faillirent faillira",
        "réfléchir": "réfléchit réfléchissent réfléchissait",
        "soutenir": "soutient soutiennent soutenait soutint",
        "maintenir": "maintient maintiennent maintenait maintint",
        "écrire": "écrit écrivent écrivait écrivit",
        "répondre": "répond répondent répondait répondit",
        "apprendre": "apprend apprennent apprenait apprit",
        "dire": "dit disent disait disaient dirent disant",
        "savoir": "sait savent savait savaient",
        "rejeter": "rejette rejettent rejetait",
        "projeter": "projette projettent projetait",
        "appeler": "appelle appellent appelait",
        "essayer": "essaie essaient essaye essayent",
        "appuyer": "appuie appuient",
        "choisir": "choisit choisissent choisissait",
        "convenir": "convient conviennent convenait convint",
        "rompre": "rompt rompent rompait rompit rompra",
        "feindre": "feint feignent feignait",
    }.items()
    for form in forms.split()
}


def _regular_forms(infinitive: str) -> list[str]:
    """The forms of a verb in -er that press prose uses: third persons, first plural, participles."""
    stem = infinitive[:-2]
    soft = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    strong = re.sub(r"[eé]([bcdfglmnprstv]|gn|ch|qu|br|gl)$", r"è\1", stem)
    forms = [strong + end for end in ("e", "es", "ent")] + [
        strong + end for end in ("era", "eront", "erait", "eraient")
    ]
    forms += [stem + end for end in ("é", "ée", "és", "ées", "èrent", "ez", "era", "eront", "erait", "eraient")]
    return forms + [soft + end for end in ("ons", "ait", "aient", "a", "ant")]


# Verbs of other lists (states, and the leaving of a post) whose forms the lemmatizer leaves too.
_MORE_VERBS = """diriger présider posséder contrôler travailler employer gérer piloter occuper exercer administrer
    quitter céder laisser démissionner abandonner siéger militer représenter animer""".split()

VERB_FORMS: dict[str, str] = {
    **{form: lemma for lemma in (*_MORE_VERBS, *VERBS) if lemma.endswith("er") for form in _regular_forms(lemma)},
    **IRREGULAR_FORMS,
}
