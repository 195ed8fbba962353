-- Submissions that came from the bytes with this checksum, the oldest first.
select submission_id, carrier_code, round_on, received_at, file_name
from submission
where sha256 = $sha256
order by submission_id;
