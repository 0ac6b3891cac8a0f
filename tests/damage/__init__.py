"""The damage generator: pages made of clean articles, and how well reading restores them."""
