"""The folder of a run: how it lies under `--out`, which inputs it keeps, what it hands on."""
