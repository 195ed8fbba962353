"""Documents as PDF, set by Typst from data: what people wrote is never read as markup."""
