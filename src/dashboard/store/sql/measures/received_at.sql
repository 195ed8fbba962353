-- When the file that stands for each carrier and round came in, as known now.
select carrier_code, round_on, max(received_at) as received_at
from submission
group by carrier_code, round_on
order by round_on, carrier_code;
