"""Parts of a site: together they are the whole, each thing once."""

import pytest

from site_builder.shard import WHOLE, Shard, shard_written


@pytest.mark.parametrize(("text", "shard"), [("1/1", WHOLE), ("2/5", Shard(2, 5)), ("12/12", Shard(12, 12))])
def test_written(text: str, shard: Shard) -> None:
    assert shard_written(text) == shard
    assert str(shard) == text


@pytest.mark.parametrize("text", ["", "1", "1/", "/2", "0/3", "4/3", "-1/3", "1/2/3", "1 / 3", "¹/²", "a/b"])
def test_not_written(text: str) -> None:
    assert shard_written(text) is None


@pytest.mark.parametrize("of", [1, 2, 3, 5])
@pytest.mark.parametrize("shares", [1, 4])
def test_shares_of_shards_are_shares_of_the_whole(of: int, shares: int) -> None:
    items = range(23)
    shards = [Shard(number, of) for number in range(1, of + 1)]
    assert sorted(item for shard in shards for item in shard.among(items)) == list(items)
    for shard in shards:
        cut = [shard.share(share, shares) for share in range(shares)]
        assert sorted(item for first, step in cut for item in items[first::step]) == list(shard.among(items))
