insert into decision by name select * from rows;
