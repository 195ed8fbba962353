-- When the last decision of some subjects was made; null before the first.
select max(decided_at) as decided_at from decision where list_contains($subjects::varchar[], subject);
