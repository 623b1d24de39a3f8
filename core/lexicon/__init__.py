"""The terms of a project, such as names, works and quoted words: how often each stands where."""
