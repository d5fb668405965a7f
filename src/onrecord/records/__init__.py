"""Records: what mentions add up to: meetings, positions, activities, assessments, events, and their issues."""
