insert into submission by name select * from rows;
