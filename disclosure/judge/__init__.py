"""Floor 3: pure opinions about records: rules, assessment."""
