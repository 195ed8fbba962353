"""What is taken away for a meeting or a desk: tables as workbooks and text files."""
