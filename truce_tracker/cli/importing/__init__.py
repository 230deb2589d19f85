"""`truce import`: an article at hand -> a source with its words, and the claims of it that a person accepts."""
