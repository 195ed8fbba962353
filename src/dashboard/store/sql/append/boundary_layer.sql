insert into boundary_layer by name select * from rows;
