"""The paper stage: guides as PDF files, from the same values as the pages."""
