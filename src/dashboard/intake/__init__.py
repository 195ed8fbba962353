"""From a received file to a submission: file -> table -> typed rows -> matched -> checked -> stored."""
