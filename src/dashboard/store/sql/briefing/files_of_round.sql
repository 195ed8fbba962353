-- Every file that came in for a round by a moment, in the order received; the last of a carrier is the one that stands.
with findings as (
    select submission_id, count(*) as findings_count
    from submission_finding
    group by submission_id
)
select
    carrier_code,
    round_on,
    file_name,
    received_at,
    taken_in_by,
    sha256,
    status,
    layout,
    rows_read_count,
    communes_count,
    coalesce(findings_count, 0) as findings_count,
    handling_plan,
    is_simulated,
    submission_id
from submission
left join findings using (submission_id)
where round_on = $round_on and ($as_of is null or received_at <= $as_of::timestamptz)
order by received_at, submission_id;
