-- When the last file came in; null before the first.
select max(received_at) as received_at from submission;
