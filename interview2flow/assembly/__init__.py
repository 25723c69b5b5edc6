"""Steps and relations of several interviews → one Process. Knows neither spaCy nor any language."""
