-- Every submission in the database.
select submission_id from submission order by submission_id;
