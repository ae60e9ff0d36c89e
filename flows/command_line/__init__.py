"""The options of the commands: what may be told, its help with examples, and the settings file that adds to it."""
