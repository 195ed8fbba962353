-- A short name of all that is stored: another as soon as a submission or a layer is added.
select left(md5(concat(
    (select string_agg(submission_id || sha256, ' ' order by submission_id) from submission),
    '/',
    (select string_agg(layer_id, ' ' order by published_at, layer_id) from boundary_layer)
)), 12) as data_version;
