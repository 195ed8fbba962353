"""`POST /api/v1/reports`: carriers' programs send reports and get receipts."""
