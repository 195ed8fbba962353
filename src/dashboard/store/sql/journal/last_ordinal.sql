-- The highest ordinal of an act that the database holds, 0 before the first.
select greatest(
    coalesce((select max(submission_id)::bigint from submission), 0),
    coalesce((select max(ordinal) from decision), 0)
) as ordinal;
