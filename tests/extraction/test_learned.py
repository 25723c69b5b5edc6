"""What was trained elsewhere gives the same numbers here."""

from pathlib import Path

import numpy as np
import pytest

from interview2flow.extraction import artefacts, ensemble, forest, lexical
from interview2flow.extraction.ensemble import Ensemble

boosting = pytest.importorskip("models.training.boosting", reason="needs the training extra")
networks = pytest.importorskip("models.training.networks", reason="needs the training extra")
ensembles = pytest.importorskip("models.training.ensembles", reason="needs the training extra")
linear = pytest.importorskip("models.training.linear", reason="needs the training extra")


def test_trees_score_as_lightgbm_does(tmp_path: Path) -> None:
    lightgbm = pytest.importorskip("lightgbm")
    chance = np.random.default_rng(3)
    rows = chance.normal(size=(400, 5))
    target = (rows[:, 0] + rows[:, 1] ** 2 > 1).astype(int)
    data = lightgbm.Dataset(rows, label=target, params={"verbosity": -1})
    theirs = lightgbm.train({**boosting.DEFAULTS, "objective": "binary"}, data, num_boost_round=20)
    ours = boosting.convert(theirs.dump_model())
    artefacts.write(tmp_path / "trees.npz", **Ensemble(ours).tables())
    with artefacts.use(tmp_path):
        tables = artefacts.read("trees")
    assert tables is not None
    stored = ensemble.load(tables)
    assert np.allclose(stored.probabilities(rows), theirs.predict(rows))


@pytest.mark.filterwarnings("ignore:Stochastic Optimizer")  # it is stopped early on purpose
def test_networks_score_as_scikit_learn_does(tmp_path: Path) -> None:
    neural = pytest.importorskip("sklearn.neural_network")
    chance = np.random.default_rng(7)
    rows = chance.normal(loc=3, scale=2, size=(300, 4))
    rows[:, 3] = 1.0
    target = (rows[:, 0] > rows[:, 1]).astype(int)
    ours = networks.train(rows, target, layers=(6, 3), epochs=5, networks=2)
    values = np.clip((rows - rows.mean(axis=0)) / np.where(rows.std(axis=0) > 0, rows.std(axis=0), 1), -4, 4).astype(np.float32)
    made = {"alpha": 0.1, "max_iter": 5, "learning_rate_init": 2e-3, "batch_size": 256}
    theirs = [neural.MLPClassifier((6, 3), random_state=seed, **made).fit(values, target) for seed in (1, 2)]
    odds = [np.log(likely / (1 - likely)) for likely in (model.predict_proba(values)[:, 1] for model in theirs)]
    artefacts.write(tmp_path / "networks.npz", **Ensemble(networks=ours).tables())
    with artefacts.use(tmp_path):
        tables = artefacts.read("networks")
    assert tables is not None
    assert np.allclose(ensemble.load(tables).scores(rows), sum(odds) / 2, atol=1e-3)


def test_an_ensemble_scores_as_the_mean_of_its_models() -> None:
    chance = np.random.default_rng(9)
    rows = chance.normal(size=(200, 3))
    both = ensembles.train(rows, (rows[:, 0] > 0).astype(int), rounds=5, min_data_in_leaf=5)
    assert both.forest is not None
    assert both.networks is not None
    assert np.allclose(both.scores(rows), (both.forest.scores(rows) + both.networks.scores(rows)) / 2)
    assert ((both.probabilities(rows) > 0.5) == (rows[:, 0] > 0)).mean() > 0.9


def test_words_weigh_for_and_against() -> None:
    texts = [["verb=check", "invoice"], ["verb=be", "nice"]] * 20
    model = linear.train(texts, np.array([1, 0] * 20))
    stored = lexical.load(model.tables())
    assert model.score(["verb=check"]) > 0 > model.score(["verb=be"])
    assert stored.score(["verb=check", "invoice"]) == pytest.approx(model.score(["verb=check", "invoice"]), abs=0.02)
    assert model.score([]) == model.intercept


def test_rare_words_are_drawn_to_the_mean() -> None:
    shares = linear.rates(np.array([*map(lexical.bucket, "a" * 8 + "b" * 8 + "c")]), np.array([1] * 8 + [0] * 8 + [1]))
    stored = lexical.load_rates(shares.tables())
    assert stored.rate("a") > stored.rate("c") > stored.mean > stored.rate("b")
    assert stored.rate("never seen") == stored.mean


def test_what_is_not_trained_is_not_there(tmp_path: Path) -> None:
    with artefacts.use(tmp_path):
        assert artefacts.read("steps") is None


def test_trees_of_one_leaf_say_the_same_of_all() -> None:
    trees = boosting.train(np.zeros((50, 2)), np.array([0, 1] * 25), rounds=3)
    assert np.allclose(trees.scores(np.array([[0.0, 1.0], [5.0, -2.0]])), 0, atol=0.05)
    assert len(trees.scores(np.zeros((0, 2)))) == 0


@pytest.mark.parametrize("leaves", [7, 16, 31, 60])
def test_trees_of_any_size_go_where_their_nodes_send_them(leaves: int) -> None:
    chance = np.random.default_rng(leaves)
    rows = chance.integers(0, 9, size=(900, 6)).astype(float)
    target = (rows.prod(axis=1) % 7 > 2).astype(int)
    trees = boosting.train(rows, target, rounds=12, num_leaves=leaves, min_data_in_leaf=3)
    assert np.allclose(trees.scores(rows), [sum(_walked(trees, row)) for row in rows])


def _walked(trees: forest.Forest, row: np.ndarray) -> list[float]:
    found = []
    for root in trees.roots:
        node = int(root)
        while node >= 0:
            goes_left = row[trees.feature[node]] <= trees.threshold[node]
            node = int(trees.left[node] if goes_left else trees.right[node])
        found.append(float(trees.leaf[~node]))
    return found
