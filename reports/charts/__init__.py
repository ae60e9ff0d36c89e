"""Drawings: a course of published figures over time, and what letters say in it."""
