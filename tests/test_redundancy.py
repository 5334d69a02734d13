"""Claims beside better ones."""

from building import claim, event

from pipeline import redundancy


def test_no_learned_relation_beside_a_denied_or_doubted_one_of_the_same_two() -> None:
    told = [claim("supplier_of", 0, source="e1", target="e2", polarity="negative")]
    owner = claim("owner_of", 0, source="e2", target="e1")
    assert redundancy.certain([owner], told) == []
    assert redundancy.certain([owner], [claim("supplier_of", 0, source="e1", target="e2")]) == [owner]
    elsewhere = claim("owner_of", 40, source="e2", target="e1")
    assert redundancy.certain([elsewhere], told) == [elsewhere]
    merger = event("merger", 0, party="e1 e2 e3", modality="other")
    assert redundancy.certain([claim("partner_of", 0, source="e3", target="e1")], [merger]) == []


def test_a_doubted_learned_relation_is_none_and_an_event_stays() -> None:
    launch = event("launch", 0, organisation="e1", modality="other")
    assert redundancy.certain([claim("owner_of", 0, source="e1", target="e2", modality="other"), launch], []) == [
        launch
    ]


def test_of_two_directions_the_surer_is_kept() -> None:
    sure = claim("owner_of", 0, source="e1", target="e2", confidence=0.6)
    unsure = claim("owner_of", 0, source="e2", target="e1", confidence=0.4)
    assert redundancy.certain([unsure, sure], []) == [sure]
    assert redundancy.certain([sure, unsure], []) == [sure]


def test_what_is_told_need_not_be_learned() -> None:
    told = [claim("leader_of", 0, source="e1", target="e2")]
    assert redundancy.untold([claim("leader_of", 50, source="e1", target="e2")], told) == []
    other = claim("member_of", 50, source="e1", target="e2")
    assert redundancy.untold([other], told) == [other]
