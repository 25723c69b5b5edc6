"""Which cases are held out together: all on one subject, whatever their language."""

from __future__ import annotations

from collections.abc import Sequence

SUBJECTS = (
    ("en-cake-order", "sv-tartbestallning", "fi-kakkutilaus"),
    ("en-pupil-absence", "sv-sjukfranvaro", "fi-poissaolot", "sv-rehab"),
    ("en-company-account", "sv-foretagskonto", "fi-yritystili", "en-client-onboarding", "sv-bolan"),
    ("en-lift-callout", "sv-hissutryckning", "fi-hissihalytys", "en-level-crossing"),
    ("en-library-loan", "sv-fjarrlan", "fi-kaukolaina"),
    (
        "en-goods-receiving",
        "sv-godsmottagning",
        "fi-tavaran-vastaanotto",
        "en-pallet-returns",
        "en-customs-clearance",
        "sv-tullklarering",
        "en-biogas-delivery",
        "fi-inventaario",
    ),
    ("en-group-booking", "sv-gruppbokning", "fi-ryhmavaraus", "en-coach-holiday"),
    ("en-overtime-correction", "sv-overtidsrattelse", "fi-ylityokorjaus"),
    ("en-instrument-calibration", "sv-kalibrering", "fi-kalibrointi"),
    ("en-supplier-invoice", "fi-ostolasku"),
    ("en-travel-expenses", "sv-reserakning"),
    ("en-clinic-referral", "sv-lakarremiss"),
    ("fi-paivakoti-sijainen", "sv-semestervikarier"),
    (
        "en-utility-complaint",
        "sv-elreklamation",
        "fi-vikailmoitus",
        "sv-felanmalan",
        "fi-kaukolampo",
        "fi-asiakaspalaute",
        "fi-kuituliittyma",
        "sv-fiber",
        "fi-sahkonkatkaisu",
        "sv-gatlykta",
        "en-charger-fault",
        "en-house-snags",
        "en-map-error",
        "sv-storning",
        "sv-konsumenttvist",
    ),
    ("en-furniture-order", "sv-bygginkop", "fi-konepaja", "sv-mobeltapetsering"),
    ("en-software-release", "fi-ohjelmistohanke", "sv-projektupphandling", "fi-paivitysikkuna", "fi-kayttajatestaus"),
    (
        "fi-apurahahakemus",
        "fi-ymparistolupa",
        "sv-serveringstillstand",
        "en-grant-report",
        "sv-attefall",
        "en-taxi-licence",
        "sv-gravtillstand",
        "fi-kaivulupa",
        "fi-palkkatuki",
        "sv-vapenlicens",
        "en-blue-badge",
        "sv-avstyckning",
    ),
)
"""Same or neighbouring subjects; every other case is a subject of its own."""


def unrelated(names: Sequence[str], held_out: Sequence[str]) -> list[str]:
    """Those of the names that may be trained with while `held_out` are tested: not the same, not on the same subject."""
    near = {name for subject in SUBJECTS if set(subject) & set(held_out) for name in subject} | set(held_out)
    return [name for name in names if name not in near]


def folds(names: Sequence[str], count: int = 10) -> list[list[str]]:
    """The names in `count` folds of about the same size, no subject in two of them; the same for the same names."""
    groups = [[name for name in subject if name in names] for subject in SUBJECTS]
    known = {name for group in groups for name in group}
    groups += [[name] for name in sorted(names) if name not in known]
    made: list[list[str]] = [[] for _ in range(count)]
    for group in sorted(groups, key=lambda group: (-len(group), group)):
        min(made, key=len).extend(group)
    return [fold for fold in made if fold]
