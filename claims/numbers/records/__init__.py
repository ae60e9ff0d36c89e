"""Records of number reading: every form of number and every refusal, with its reason and examples."""
