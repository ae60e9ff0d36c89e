"""Publishers of figures that crossfoot can pull from: one room a provider, one client for all."""
