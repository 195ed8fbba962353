-- What two databases are compared by: how much they hold, the sums that people know, and one name for all of it, which
-- another figure, submission or decision changes.
select
    (select count(*) from submission) as submissions_count,
    (select count(*) from decision) as decisions_count,
    count(*) as figures_count,
    coalesce(sum(total_count), 0)::bigint as total_count,
    coalesce(sum(verified_count), 0)::bigint as verified_count,
    md5(concat(
        string_agg(concat_ws(
            '|', submission_id, commune_code, total_count, verified_count, unverified_count,
            coalesce(locked_one_way_count::varchar, '-'), coalesce(locked_two_way_count::varchar, '-'),
            coalesce(junk_sim_found_count::varchar, '-'), coalesce(junk_sim_handled_count::varchar, '-'),
            coalesce(sim_not_own_name_count::varchar, '-')
        ), ';' order by submission_id, commune_code),
        (select string_agg(concat_ws('|', submission_id, sha256, carrier_code, round_on), ';' order by submission_id)
            from submission),
        (select string_agg(concat_ws('|', ordinal, subject, key, coalesce(content, '-'), reason), ';' order by ordinal)
            from decision)
    )) as fingerprint
from submission_figure;
