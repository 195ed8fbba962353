-- Every submission as the journal should tell of it.
select submission_id, sha256, carrier_code, round_on from submission order by submission_id;
