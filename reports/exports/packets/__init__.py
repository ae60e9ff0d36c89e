"""The packet of corrections of a letter: what it says, what it could say, by what source, and room to sign off."""
