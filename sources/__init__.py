"""The reference table: published, cited figures; which of them speak to a claim, and what they say of it."""
