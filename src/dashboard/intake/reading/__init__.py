"""Bytes to cells. Everything that looks inside a received file runs in a child process of limited means."""
