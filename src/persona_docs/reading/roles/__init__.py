"""Who a persona is, told by sentences."""
