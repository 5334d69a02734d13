"""The phrases that name a source without a verb: "selon X", "d'après X", "de l'avis de X", "pour X"."""

from __future__ import annotations

from pipeline.parsed import Doc

_WITH_OF = (
    *("aux dires", "au dire", "de l' aveu", "de l' aveu même", "aux yeux", "de l' avis", "du point de vue"),
    *("sur la foi", "dans l' esprit"),
)
# "selon X" and its like; the words of the source follow.
SOURCE_PHRASES: tuple[tuple[str, ...], ...] = (
    *(
        tuple(phrase.split())
        for phrase in (
            *("toujours selon", "selon", "d' après", "d'après", "suivant", "si l' on en croit", "s' il faut en croire"),
            *("à en croire", "à écouter", "à entendre"),
        )
    ),
    *((*phrase.split(), word) for phrase in _WITH_OF for word in ("de", "du", "des", "d'")),
    ("pour",),
)
VIEWS: frozenset[str] = frozenset({"pour"})
"""What leads a view only at the head of a sentence, before a speaker: "Pour Anne Morvan, « la vente est nulle »"."""

# Nouns after "selon" and "d'après" that are measures, not sources.
NO_SOURCES: frozenset[str] = frozenset(
    """cas besoin modalité calendrier règle méthode plan ordre critère principe modèle formule type
    nature moment humeur pays région âge taille niveau degré que circonstance possibilité moyen
    usage coutume tradition goût article scénario terme condition""".split()
)

_BY_FIRST_WORD: dict[str, list[tuple[str, ...]]] = {}
for _phrase in SOURCE_PHRASES:
    _BY_FIRST_WORD.setdefault(_phrase[0], []).append(_phrase)


def phrases(doc: Doc) -> list[tuple[int, int]]:
    """The places of "selon" and its like, as token spans."""
    words = [token.lower_.replace("’", "'") for token in doc]
    found: list[tuple[int, int]] = []
    for index in range(len(words)):
        if found and index < found[-1][1]:
            continue
        for phrase in _BY_FIRST_WORD.get(words[index], ()):
            if tuple(words[index : index + len(phrase)]) == phrase:
                found.append((index, index + len(phrase)))
                break
        if index and words[index - 1 : index + 1] == ["de", "source"]:
            found.append((index, index))
    return found
