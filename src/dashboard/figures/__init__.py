"""Charts: plotly figures with a caption inside the picture and a sentence that says what they show."""
