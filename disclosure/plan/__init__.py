"""Floor 1: the words of the subject: languages, records, deadlines, working days, state."""
