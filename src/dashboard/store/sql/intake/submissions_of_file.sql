-- Submissions that came from the bytes with this checksum, taken in before an act (null: all), the oldest first.
select submission_id, carrier_code, round_on, received_at, file_name
from submission
where sha256 = $sha256 and ($before_id is null or submission_id < $before_id)
order by submission_id;
