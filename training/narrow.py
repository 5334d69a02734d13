"""A narrower copy of a trained tok2vec to begin with: it has learned most of what the wide one knows.

Embedding tables and static vectors are projected on their first principal directions; of the channels that run through
the convolutions those stay that weigh most in what follows. Training then repairs what the cut has broken.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

Array = NDArray[np.float32]


def narrow(wide: Model, slim: Model) -> None:  # type: ignore[type-arg]
    """Fill `slim`, an initialised tok2vec of the same depth and fewer channels, from `wide`."""
    sources, targets = _with_weights(wide), _with_weights(slim)
    assert [node.name for node in sources] == [node.name for node in targets]
    width = next(node.get_dim("nO") for node in targets if node.name == "hashembed")
    keep = _channels(sources, width)
    bases: list[Array] = []
    for source, target in zip(sources, targets, strict=True):
        if source.name == "hashembed":
            table = np.asarray(source.get_param("E"))
            bases.append(_directions(table.T @ table, width))
            target.set_param("E", table @ bases[-1])
        elif source.name == "static_vectors":
            weights = np.asarray(source.get_param("W"))
            bases.append(_directions(weights @ weights.T, width))
            target.set_param("W", bases[-1].T @ weights)
        elif source.name == "maxout":
            weights = np.asarray(source.get_param("W"))
            old = weights.shape[0]
            blocks = [weights[keep, :, i : i + old] for i in range(0, weights.shape[2], old)]
            if bases:  # the first one mixes the embeddings
                blocks = [block @ basis for block, basis in zip(blocks, bases, strict=True)]
                bases = []
            else:  # a convolution: the token before, the token, the token after
                blocks = [block[:, :, keep] for block in blocks]
            target.set_param("W", np.concatenate(blocks, axis=2))
            target.set_param("b", np.asarray(source.get_param("b"))[keep])
        elif source.name == "layernorm":
            for name in ("G", "b"):
                target.set_param(name, np.asarray(source.get_param(name))[keep])
        else:
            target.set_param("W", np.asarray(source.get_param("W"))[:, keep])
            target.set_param("b", np.asarray(source.get_param("b")))


def _with_weights(model: Model) -> list[Model]:  # type: ignore[type-arg]
    """The nodes that have weights, depth first, as the data pass them."""
    found = [model] if model.param_names else []
    for layer in model.layers:
        found += _with_weights(layer)
    return found


def _channels(nodes: list[Model], width: int) -> list[int]:  # type: ignore[type-arg]
    """The channels whose outgoing weights are largest, in their order."""
    weight = np.zeros(nodes[-1].get_dim("nI"))
    for node in nodes:
        if node.name == "linear":
            weight += np.linalg.norm(np.asarray(node.get_param("W")), axis=0)
        elif node.name == "maxout" and node.get_dim("nI") == 3 * len(weight):
            incoming = np.asarray(node.get_param("W")).reshape(-1, 3, len(weight))
            weight += np.linalg.norm(incoming, axis=(0, 1)) / 3
    return sorted(np.argsort(-weight, kind="stable")[:width].tolist())


def _directions(square: Array, width: int) -> Array:
    """The first eigenvectors of a symmetric matrix, as columns."""
    _, vectors = np.linalg.eigh(square)
    return np.ascontiguousarray(vectors[:, ::-1][:, :width]).astype(np.float32)
