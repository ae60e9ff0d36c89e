"""Who a line names: people told from houses."""
