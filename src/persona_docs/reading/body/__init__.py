"""What stands in a body: sections and what they are about, checklists, links, tables, fences."""
