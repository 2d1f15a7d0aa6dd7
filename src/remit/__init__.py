"""Remit: a knowledge graph of who does what in a field, and of what nobody does."""
