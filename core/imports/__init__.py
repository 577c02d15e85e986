"""Accounts and contacts from tables that people bring: read, mapped, looked at, applied in pieces, taken back."""
