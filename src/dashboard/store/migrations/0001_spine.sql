-- Append only: no updates, sequences or foreign keys, so that the same SQL can run on a shared catalogue.

create table submission (
    submission_id text not null,           -- ordinal of the journal entry that took it in, zero-padded
    sha256 text not null,                  -- of the file as received; its bytes lie in the archive
    file_name text not null,
    carrier_code text not null,
    round_on date not null,                -- the Wednesday that names the round
    received_at timestamptz not null,      -- when the Department came to know it
    recorded_at timestamptz not null,      -- when this program stored it
    taken_in_by text not null,
    way text not null,                     -- page, command, demo, ...
    status text not null,                  -- accepted, accepted_with_warnings
    layout text not null,
    rows_read_count integer not null,
    communes_count integer not null,
    handling_plan text,
    is_simulated boolean not null
);

create table submission_figure (
    submission_id text not null,
    commune_code text not null,
    total_count bigint not null,
    verified_count bigint not null,
    unverified_count bigint not null,
    locked_one_way_count bigint not null,
    locked_two_way_count bigint not null,
    junk_sim_found_count bigint,
    junk_sim_handled_count bigint,
    sim_not_own_name_count bigint
);

create table submission_finding (
    submission_id text not null,
    ordinal integer not null,
    rule text not null,
    severity text not null,
    sheet text,
    row integer,
    "column" text,
    value text,
    message text not null,
    suggestion text
);

create table submission_match (           -- how the rows of a file found their communes
    submission_id text not null,
    matched_by text not null,              -- code, exact_name, name_without_accents, alias, old_commune, ...
    rows_count integer not null
);

create table boundary_layer (
    layer_id text not null,                -- first 16 hex digits of the SHA-256 of the published polygons
    source text not null,                  -- imported, public, schematic
    source_name text not null,
    source_sha256 text not null,
    published_at timestamptz not null,
    communes_count integer not null,
    is_schematic boolean not null
);

create table boundary (
    layer_id text not null,
    commune_code text not null,
    area_km2 double not null,
    geometry geometry not null             -- EPSG:4326, one valid coverage per layer
);

insert into schema_version values (1, now());
