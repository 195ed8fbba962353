"""The drop folder: files put into `inbox/` are taken in and moved beside their receipts."""
