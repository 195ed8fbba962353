insert into submission_figure by name select * from rows;
