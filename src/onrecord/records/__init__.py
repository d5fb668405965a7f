"""Records: what mentions add up to: meetings, positions, activities, assessments, and their issues."""
