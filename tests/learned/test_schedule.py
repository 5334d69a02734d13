"""The order and the rate in which the networks learn."""

from training.schedule import Schedule


def test_each_epoch_shows_all_items_and_the_rate_rises_and_falls() -> None:
    steps = list(Schedule(rate=1.0, warm=0.5, at_once=2).steps(range(5), 2, seed=3))
    assert [len(items) for _, _, items in steps] == [2, 2, 1, 2, 2, 1]
    for epoch in (1, 2):
        assert sorted(item for e, _, items in steps if e == epoch for item in items) == list(range(5))
    rates = [rate for _, rate, _ in steps]
    assert rates[:3] == sorted(rates[:3])
    assert rates[2:] == sorted(rates[2:], reverse=True)
    assert steps == list(Schedule(rate=1.0, warm=0.5, at_once=2).steps(range(5), 2, seed=3))
