"""The main window: menus, panes and what ties them to the desk."""
