"""What pages are about, in the vocabulary of schema.org: one module for each way of being about something."""
