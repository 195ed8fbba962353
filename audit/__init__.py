"""What the program is made of: licences, known faults, and the list of parts."""
