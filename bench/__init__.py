"""What is measured, and how: `python -m bench` writes docs/performance.md."""
