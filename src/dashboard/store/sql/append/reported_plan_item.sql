insert into reported_plan_item by name select * from rows;
