-- A short name of all that is stored: another as soon as a submission, a layer or a decision is added. With an act and
-- its moment (null: now) the name that the data had after it.
select left(md5(concat(
    (
        select string_agg(submission_id || sha256, ' ' order by submission_id)
        from submission
        where $until_id is null or submission_id <= $until_id
    ),
    '/',
    (
        select string_agg(layer_id, ' ' order by published_at, layer_id)
        from boundary_layer
        where $until_at is null or published_at <= $until_at::timestamptz
    ),
    (
        select '/' || string_agg(ordinal, ' ' order by ordinal)
        from decision
        where $until_id is null or ordinal <= $until_id::bigint
    )
)), 12) as data_version;
