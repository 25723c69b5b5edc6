"""Process elements in written descriptions by the PET scheme: a yardstick beside published work, no part of the product."""
