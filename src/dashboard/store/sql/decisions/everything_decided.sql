-- All decisions, in an order that two databases can be compared by.
select ordinal, subject, key, content, decided_at, decided_by, reason from decision order by ordinal;
