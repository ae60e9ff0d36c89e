"""The thing a number counts: noun phrases, subjects, verbs and the direction of a change."""
