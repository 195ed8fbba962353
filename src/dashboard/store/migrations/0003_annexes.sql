-- What a report's further sheets say: service points, and the handling plan's single items. Append only.

create table reported_service_point (
    submission_id text not null,
    ordinal integer not null,              -- order in the file
    point_kind text not null,              -- fixed, mobile
    commune_code text not null,
    address text not null,
    opening_hours text,                    -- in the carrier's words
    from_on date,
    to_on date,
    lon double,                            -- EPSG:4326; both or neither
    lat double,
    people_per_day_count bigint,
    serves_other_carriers boolean          -- null where the file does not say
);

create table reported_plan_item (
    submission_id text not null,
    ordinal integer not null,
    activity text not null,
    commune_code text,                     -- null: the whole province
    due_on date,
    target_count bigint                    -- subscribers to be verified on top; null where none is promised
);

insert into schema_version values (3, now());
