insert into reported_service_point by name select * from rows;
