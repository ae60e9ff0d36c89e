"""Asking a provider over the network: client, pages, retries, cache, secrets."""
