"""Sample views of every page, one module a resource, for the tests that render pages in both places.

A module holds `SAMPLES`, a list of (template, view): `SAMPLES = [("accounts/show.html", {"account": {…}})]`.
"""
