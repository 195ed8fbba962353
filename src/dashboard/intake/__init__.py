"""From a received file to a submission: file -> table -> typed rows -> matched -> checked -> stored.

Import from the module that owns it, for example `from dashboard.intake.take_in import take_in`. Nothing is
imported here: the child that reads files starts anew for each of them from inside this package, and must
start fast.
"""
