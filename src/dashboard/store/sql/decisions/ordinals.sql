-- Every decision in the database, by its place among all acts.
select ordinal from decision order by ordinal;
