"""Forms that other programs read: W3C annotations, SARIF, JUnit, ClaimReview."""
