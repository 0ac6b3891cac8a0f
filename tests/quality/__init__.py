"""The quality gate and the articles it is measured on."""
