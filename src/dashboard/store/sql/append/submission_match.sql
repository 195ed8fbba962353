insert into submission_match by name select * from rows;
