"""What a figure measures, by the field's vocabulary: action, actor, thing and place."""
