"""Training of the extraction's learned parts; needs the `training` extra."""
