-- For each of these carriers: its files for a round as known at a moment, and the last round it reported by then.
with expected as (
    select unnest($carrier_codes) as carrier_code, generate_subscripts($carrier_codes, 1) as place
),
received as (
    from submission
    where received_at <= coalesce($as_of::timestamptz, 'infinity'::timestamptz) and round_on <= $round_on
),
of_round as (
    select
        carrier_code,
        count(*) as files_count,
        min(received_at) as first_received_at,
        max(received_at) as received_at,
        max_by(file_name, (received_at, submission_id)) as file_name,
        max_by(status, (received_at, submission_id)) as status,
        max_by(communes_count, (received_at, submission_id)) as communes_count,
        max_by(is_simulated, (received_at, submission_id)) as is_simulated
    from received
    where round_on = $round_on
    group by carrier_code
),
before as (
    select carrier_code, max(round_on) as last_reported_on
    from received
    group by carrier_code
)
select
    carrier_code,
    $due_at::timestamptz as due_at,
    first_received_at,
    received_at,
    -- Due "before" the hour: a file of that very minute is one minute late.
    case
        when first_received_at < $due_at then 0
        else floor(epoch(first_received_at - $due_at::timestamptz) / 60)::bigint + 1
    end as late_minutes,
    file_name,
    status,
    communes_count,
    coalesce(files_count, 0) as files_count,
    is_simulated,
    files_count is null as is_missing,
    last_reported_on
from expected
left join of_round using (carrier_code)
left join before using (carrier_code)
order by place;
