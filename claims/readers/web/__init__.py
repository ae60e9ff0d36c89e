"""Readers of web pages and Markdown."""
