"""Changes to a page and to the project: what a step does, and what takes it back exactly."""
