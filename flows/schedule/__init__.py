"""The schedule: when flows run, and the deployments of them that are served."""
