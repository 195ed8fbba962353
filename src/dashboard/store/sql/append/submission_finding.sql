insert into submission_finding by name select * from rows;
