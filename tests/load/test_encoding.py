import pytest

from pipeline.load.encoding import BinaryError, declared_encoding, decode

SENTENCE = "L’été dernier, la société Brévent a cédé sa filiale à Noël."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_byte_order_mark_is_obeyed_and_removed(encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    decoded = decode((mark + SENTENCE).encode(encoding))
    assert decoded.text == SENTENCE
    assert decoded.warning is None


def test_strict_utf8_comes_without_warning() -> None:
    decoded = decode(SENTENCE.encode())
    assert (decoded.text, decoded.encoding, decoded.warning) == (SENTENCE, "utf-8", None)


def test_windows_1252_is_the_last_resort_and_is_named() -> None:
    decoded = decode(SENTENCE.encode("cp1252"))
    assert (decoded.text, decoded.encoding) == (SENTENCE, "cp1252")
    assert decoded.warning is not None and "Windows-1252" in decoded.warning


def test_latin_1_reads_as_windows_1252() -> None:
    plain = "La société a cédé sa filiale à Noël."
    assert decode(plain.encode("latin-1")).text == plain


def test_declared_encoding_goes_before_windows_1252_but_after_utf8() -> None:
    greek = "Η εταιρεία".encode("iso8859-7")
    assert decode(greek, "iso8859-7").text == "Η εταιρεία"
    assert decode(SENTENCE.encode(), "cp1252").text == SENTENCE


def test_few_broken_bytes_do_not_spoil_the_other_accents() -> None:
    decoded = decode("Réussie et déjà célèbre, la soci".encode() + b"\xe9" + "té a été cédée.".encode())
    assert decoded.text == "Réussie et déjà célèbre, la soci\ufffdté a été cédée."
    assert decoded.encoding == "utf-8"
    assert decoded.warning is not None and decoded.warning.startswith("broken UTF-8: 1 byte(s)")


def test_truncated_last_character() -> None:
    decoded = decode("Déjà cédé".encode()[:-1])
    assert decoded.text == "Déjà céd\ufffd"


def test_broken_utf16_is_read_with_a_warning() -> None:
    decoded = decode("Été".encode("utf-16")[:-1])
    assert decoded.text.startswith("Ét")
    assert decoded.warning is not None


def test_utf16_without_mark_is_recognised() -> None:
    decoded = decode(SENTENCE.replace("’", "'").encode("utf-16-le"))
    assert decoded.text == SENTENCE.replace("’", "'")
    assert decoded.warning is not None


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 blabla", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n\x1a\n0000", "PNG"),
        (b"\xff\xd8\xff\xe0JFIF", "JPEG"),
        (bytes(range(256)) * 8, "control characters"),
        (b"\x00" * 64, "control characters"),
    ],
)
def test_binary_is_refused_and_named(data: bytes, kind: str) -> None:
    with pytest.raises(BinaryError, match=kind):
        decode(data)


def test_a_stray_nul_is_no_binary() -> None:
    assert decode("Brévent\x00 achète Nivelle.".encode()).text == "Brévent\x00 achète Nivelle."


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'<meta charset="iso-8859-15">', "iso8859-15"),
        (b"<META http-equiv=Content-Type content='text/html; charset=windows-1252'>", "cp1252"),
        (b"<meta charset=latin1>", "cp1252"),
        (b'<?xml version="1.0" encoding="UTF-8"?>', "utf-8"),
        (b"<meta charset=rot13>", None),
        (b"<meta charset=nonsense>", None),
        (b"<p>charset=utf-8</p>", None),
    ],
)
def test_declared_encoding(head: bytes, name: str | None) -> None:
    assert declared_encoding(b"<html><head>" + head) == name if head[:2] != b"<?" else declared_encoding(head) == name
