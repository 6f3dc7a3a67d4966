"""Floor 5: pages become a published tree: assets, manifest, output checks, staging."""
