"""Internal consistency of letters, and the gates every table passes before it is published."""
