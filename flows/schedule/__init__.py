"""The schedule: deployments of the flows, what is due and what was missed, which providers are asked."""
