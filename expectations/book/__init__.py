"""The rules as records: registry, settings of a team, plug-ins, the rule book."""
