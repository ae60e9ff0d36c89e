"""`crossfoot sources …`: the reference table at hand, a verb a module."""
