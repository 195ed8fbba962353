-- What people decide, whatever it is about: the last decision of a subject's key is in force. Append only.

create table decision (
    ordinal bigint not null,               -- place among all acts of the journal
    subject text not null,                 -- kind of thing: alias, ad_hoc_round, ...
    key text not null,                     -- the one thing of that kind
    content text,                          -- JSON; null withdraws what was decided before
    decided_at timestamptz not null,
    decided_by text not null,
    reason text not null                   -- '' where none was asked for
);

insert into schema_version values (2, now());
