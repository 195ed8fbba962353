"""Assignment sheets: who goes where and when, on paper, in a calendar, and as a message."""
