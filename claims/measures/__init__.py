"""What a figure counts: the measures of the field that fit its noun, verb and surroundings."""
