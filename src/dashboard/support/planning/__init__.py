"""From the register, the figures and the sessions to a planning question, and from its answer to sessions."""
