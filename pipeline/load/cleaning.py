"""Source text → the text that is read, once, at the door, with the way back to every character.

Masked rather than cut: what is not prose (links, shortcodes, "Lire aussi" blocks, Markdown marks) becomes spaces of
the same length, and a line end stays a line end. Only two things change a length, and ``shifts`` leads back over
them: NFC, and invisible characters inside a word, which are dropped so that the word stays whole.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LONGEST_TOKEN = 500
"""Characters without a space beyond which a token is no word (base64, a minified script) and is masked."""

# Characters that need no look: ASCII, Latin letters, ordinary typography and currency signs.
_UNUSUAL = re.compile("[^\\x20-\\x7e\n\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]")
_LINE_ENDS = frozenset("\x0b\x0c\x85\u2028\u2029")
_EMOJI = re.compile("[\u2600-\u27bf\u2b50-\u2b55\ufe0e\ufe0f\u20e3\U0001f000-\U0001faff\U000e0020-\U000e007f]")

_TLD = "com|fr|org|net|eu|be|ch|ca|info|io|ai|co|uk|de|tv|gouv|edu|ly|me|gl"
_LINKS = (
    re.compile(r"\b(?:https?|ftp)://[^\s<>\"«»“”]+|\bwww\.[^\s<>\"«»“”]+", re.I),
    re.compile(rf"(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:{_TLD})/[^\s<>\"«»“”]*"),
    re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
)
_AFTER_LINK = ".,;:!?)]}'’*_…"
# A letter in the name keeps "10:30:20" and a score "2:1:0" out; a word before it keeps "midi:minuit:une" out.
_SHORTCODE = re.compile(r"(?<!\w):(?:(?=[0-9+_-]*[a-z])[a-z0-9+_-]{1,60}|\+1|-1|100|1234):(?!\w)")
_MARKDOWN = (
    re.compile(r"(!\[[^\]\n]*\]\([^()\s]*(?:\s\"[^\"\n]*\")?\))"),
    re.compile(r"(?<!!)(\[)[^\[\]\n]+(\]\((?:[^()\s]|\([^()\s]*\))*(?:\s\"[^\"\n]*\")?\))"),
    re.compile(r"^[ ]{0,3}(#{1,6})(?=[ \t])", re.M),
    re.compile(r"^[ ]{0,3}(>+)(?=[ \t])", re.M),
    re.compile(r"(?<![\w*])(\*{2,3})(?=[^\s*])[^*\n]*[^\s*](\*{2,3})(?![\w*])"),
    re.compile(r"(?<![\w*])(\*)(?=[^\s*])[^*\n]*(?<=[^\s*])(\*)(?![\w*])"),
    re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])[^_\n]*(?<=[^\s_])(_{1,3})(?![\w_])"),
    re.compile(r"(`{1,3})[^`\n]+(`{1,3})"),
    re.compile(r"^[ ]{0,3}((?:[-*_][ ]?){3,})$", re.M),
    re.compile(r"(<!--(?:(?!-->).){0,2000}-->)", re.S),
    re.compile(
        r"(</?(?:a|b|i|u|p|br|hr|em|strong|span|div|img|h[1-6]|ul|ol|li|blockquote|figure|sup|sub)\b[^<>\n]{0,500}>)",
        re.I,
    ),
)
_INVITATION = re.compile(
    r"""(?:^|(?<=[.!?…»"”]\s))[^\S\n]*+
    (?:[-–—•*>►▶➜→=|#\[(_][^\S\n]*+){0,8}
    (?:
        (?:(?:[àÀaA]|[ÀA]\s+(?:re|\(re\)))\s*)?(?:\(re\)|re)?(?:lire|voir|écouter|découvrir)\s+(?:aussi|également|en\s+complément)
      | [àÀaA]\s+(?:\(re\)|re)?(?:lire|voir|écouter)(?=\s*[::])
      | \(re\)(?:lire|voir|écouter|découvrir)
      | lire\s+(?:la\s+suite|l['’]article|notre\s+(?:article|enquête|dossier|analyse))
      | sur\s+le\s+même\s+(?:sujet|thème) | pour\s+aller\s+plus\s+loin
      | (?:nos\s+)?articles?\s+(?:liés|connexes|associés)
    )
    (?P<tail>[^\S\n]*[*_\])]*[^\S\n]*(?:[::>»|–—-]+|$|(?=\[)|(?=["«“])|(?=sur\s+\S)|(?=(?-i:[A-ZÀ-Ý]))))""",
    re.I | re.M | re.X,
)
_ASIDE = re.compile(
    r"\((?:à\s+)?(?:re)?(?:lire|voir)\s+(?:aussi|également|ci-(?:dessous|contre|après)|page|notre|p\.)[^()\n]{0,150}\)",
    re.I,
)
_LIST_ITEM = re.compile(r"[^\S\n]*(?:[-–—•*►▶➜→>]|\d{1,2}[.)])[^\S\n]+\S[^\n]*")
_SENTENCE_END = re.compile(r"[.!?…]+[»\"”)]*(?=\s+[\"«“A-ZÀ-Ý])")
_LONGEST_INVITATION = 250


@dataclass(frozen=True)
class Cleaned:
    """What is read: ``text``, the ``shifts`` of :class:`pipeline.schema.Article`, and how many tokens were too long."""

    text: str
    shifts: tuple[tuple[int, int], ...] = ()
    long_tokens: int = 0

    def position(self, source: int) -> int:
        """Where a position of the source text lies in ``text``: the first one that leads back to it, or past it."""
        if not self.shifts:
            return source
        # to_source never goes backwards, so the searched position can be found by halving.
        return bisect_left(range(len(self.text)), source, key=self._back)

    def _back(self, position: int) -> int:
        offset = 0
        for start, shift in self.shifts:
            if start > position:
                break
            offset = shift
        return position + offset


def clean(text: str, hidden: Iterable[tuple[int, int]] = ()) -> Cleaned:
    """Clean ``text`` (line ends already ``\\n``); ``hidden`` are further spans to mask, such as a date header.

    Gives NFC text in which nothing but prose is left. Every character that is no space leads back, by the shifts,
    to the characters of ``text`` that it was made of.
    """
    characters = list(text)
    for start, end in hidden:
        _mask(characters, start, end)
    for start, end in _spans_to_mask(text):
        _mask(characters, start, end)
    dropped = _unusual_characters(text, characters)
    long_tokens = 0
    for match in re.finditer(rf"\S{{{LONGEST_TOKEN + 1},}}", "".join(characters)):
        _mask(characters, *match.span())
        long_tokens += 1
    dropped = {index for index in dropped if characters[index] != " "}
    masked = "".join(characters)
    if not dropped and unicodedata.is_normalized("NFC", masked):
        return Cleaned(masked, (), long_tokens)
    kept = [(character, index) for index, character in enumerate(characters) if index not in dropped]
    return _composed(kept, len(text), long_tokens)


def one_line(text: str) -> str:
    """Any text as one line with single spaces: for titles, and to compare contents."""
    return " ".join(text.split())


def _mask(characters: list[str], start: int, end: int) -> None:
    characters[start:end] = ["\n" if character == "\n" else " " for character in characters[start:end]]


def _spans_to_mask(text: str) -> Iterator[tuple[int, int]]:
    yield from _invitations(text)
    for match in _ASIDE.finditer(text):
        yield match.span()
    for pattern in _LINKS:
        for match in pattern.finditer(text):
            length = len(match[0].rstrip(_AFTER_LINK))
            yield match.start(), match.start() + length
    for match in _SHORTCODE.finditer(text):
        yield match.span()
    for pattern in _MARKDOWN:
        for match in pattern.finditer(text):
            for group in range(1, pattern.groups + 1):
                yield match.span(group)


def _invitations(text: str) -> Iterator[tuple[int, int]]:
    """The "Lire aussi" blocks: the words, and the titles that follow on the line or as a list below."""
    for match in _INVITATION.finditer(text):
        line_end = text.find("\n", match.end())
        line_end = len(text) if line_end < 0 else line_end
        rest = text[match.end() : line_end]
        if rest.strip():
            sentence = _SENTENCE_END.search(rest)
            if sentence is not None:
                yield match.start(), match.end() + sentence.end()
            elif len(rest) <= _LONGEST_INVITATION:
                yield match.start(), line_end
            else:
                yield match.span()
            continue
        yield match.start(), _end_of_titles(text, line_end)


def _end_of_titles(text: str, line_end: int) -> int:
    """Where the titles below a bare "Lire aussi :" end: its list items, or one line right under it, if no sentence."""
    position, lines = line_end, 0
    while position < len(text):
        next_end = text.find("\n", position + 1)
        next_end = len(text) if next_end < 0 else next_end
        line = text[position + 1 : next_end]
        item = _LIST_ITEM.fullmatch(line)
        blank_before_list = not line.strip() and lines == 0 and _LIST_ITEM.match(text, next_end + 1)
        bare_title = lines == 0 and line.strip() and len(line) <= 150 and not re.search(r"[.…:,;]\s*$", line)
        if not (item or blank_before_list or bare_title):
            break
        position = next_end
        lines += not blank_before_list
        if bare_title and not item:
            break
    return position


def _unusual_characters(text: str, characters: list[str]) -> set[int]:
    """Replace, in place, what spaCy or a reader cannot use; give the indexes that are to be dropped from a word."""
    dropped: set[int] = set()
    for match in _UNUSUAL.finditer(text):
        index, character = match.start(), match[0]
        if characters[index] == " ":
            continue
        category = unicodedata.category(character)
        if character in _LINE_ENDS:
            characters[index] = "\n"
        elif category == "Cf" and not _EMOJI.match(character) and _inside_word(text, index):
            dropped.add(index)
        elif (
            category in {"Zs", "Cc", "Cf", "Co", "Cs", "Cn"}
            or _EMOJI.match(character)
            or (character == "\ufffd" and not _inside_word(text, index))
        ):
            characters[index] = " "
    return dropped


def _inside_word(text: str, index: int) -> bool:
    """Whether the nearest visible characters on both sides touch: neither is a space nor the edge of the text."""
    sides = []
    for step in (-1, 1):
        place = index + step
        # A run of invisible characters longer than this is no accident of typesetting, and each of it would look far.
        while 0 <= place < len(text) and abs(place - index) < 16 and unicodedata.category(text[place]) == "Cf":
            place += step
        sides.append(0 <= place < len(text) and unicodedata.category(text[place])[0] not in "ZC")
    return all(sides)


def _composed(kept: list[tuple[str, int]], length: int, long_tokens: int) -> Cleaned:
    """NFC of the kept characters, piece by piece, so that each piece knows the source index it came from."""
    result: list[str] = []
    origins: list[int] = []
    for piece in _pieces(kept):
        composed = unicodedata.normalize("NFC", "".join(character for character, _ in piece))
        for place, character in enumerate(composed):
            result.append(character)
            origins.append(piece[min(place, len(piece) - 1)][1])
    origins.append(length)
    shifts: list[tuple[int, int]] = []
    current = 0
    for position, origin in enumerate(origins):
        if origin - position != current:
            current = origin - position
            shifts.append((position, current))
    return Cleaned("".join(result), tuple(shifts), long_tokens)


def _pieces(kept: list[tuple[str, int]]) -> Iterator[list[tuple[str, int]]]:
    """Cut where NFC of the parts is NFC of the whole: before a starter that does not combine with what precedes it."""
    piece: list[tuple[str, int]] = []
    for unit in kept:
        if piece and not _joins(piece, unit[0]):
            yield piece
            piece = []
        piece.append(unit)
    if piece:
        yield piece


def _joins(piece: list[tuple[str, int]], character: str) -> bool:
    if character < "\u0300":
        return False
    if unicodedata.combining(character):
        return True
    before = "".join(part for part, _ in piece)
    return unicodedata.normalize("NFC", before + character) != unicodedata.normalize(
        "NFC", before
    ) + unicodedata.normalize("NFC", character)
