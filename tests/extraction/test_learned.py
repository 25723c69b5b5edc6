"""What was trained elsewhere gives the same numbers here."""

from pathlib import Path

import numpy as np
import pytest

from interview2flow.extraction import artefacts, forest, lexical

boosting = pytest.importorskip("models.training.boosting", reason="needs the training extra")
linear = pytest.importorskip("models.training.linear", reason="needs the training extra")


def test_trees_score_as_lightgbm_does(tmp_path: Path) -> None:
    lightgbm = pytest.importorskip("lightgbm")
    chance = np.random.default_rng(3)
    rows = chance.normal(size=(400, 5))
    target = (rows[:, 0] + rows[:, 1] ** 2 > 1).astype(int)
    data = lightgbm.Dataset(rows, label=target, params={"verbosity": -1})
    theirs = lightgbm.train({**boosting.DEFAULTS, "objective": "binary"}, data, num_boost_round=20)
    ours = boosting.convert(theirs.dump_model())
    artefacts.write(tmp_path / "trees.npz", **artefacts.prefixed(ours.tables(), "forest"))
    with artefacts.use(tmp_path):
        tables = artefacts.read("trees")
    assert tables is not None
    stored = forest.load(artefacts.part(tables, "forest"))
    assert np.allclose(stored.probabilities(rows), theirs.predict(rows))


def test_several_classes_add_up_to_one() -> None:
    rows = np.arange(60, dtype=float).reshape(-1, 1)
    trees = boosting.train(
        rows, (rows[:, 0] // 20).astype(int), rounds=10, objective="multiclass", num_class=3, min_data_in_leaf=5
    )
    chances = trees.probabilities(rows)
    assert chances.shape == (60, 3)
    assert np.allclose(chances.sum(axis=1), 1)
    assert (chances.argmax(axis=1) == rows[:, 0] // 20).mean() > 0.9


def test_words_weigh_for_and_against() -> None:
    texts = [["verb=check", "invoice"], ["verb=be", "nice"]] * 20
    model = linear.train(texts, np.array([1, 0] * 20))
    stored = lexical.load(model.tables())
    assert model.score(["verb=check"]) > 0 > model.score(["verb=be"])
    assert stored.score(["verb=check", "invoice"]) == pytest.approx(model.score(["verb=check", "invoice"]), abs=0.02)
    assert model.score([]) == model.intercept


def test_rare_words_are_drawn_to_the_mean() -> None:
    shares = linear.rates(["a"] * 8 + ["b"] * 8 + ["c"], np.array([1] * 8 + [0] * 8 + [1]))
    stored = lexical.load_rates(shares.tables())
    assert stored.rate("a") > stored.rate("c") > stored.mean > stored.rate("b")
    assert stored.rate("never seen") == stored.mean


def test_what_is_not_trained_is_not_there(tmp_path: Path) -> None:
    with artefacts.use(tmp_path):
        assert artefacts.read("steps") is None
