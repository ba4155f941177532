WITH j AS MATERIALIZED (SELECT value FROM json_each(@rows))
INSERT INTO Statement (AgencyId, Day, Version, Sha256, PreviousSha256, Content, Closings, Mismatches, Changes, RunId, IssuedAt)
SELECT
    value ->> 'AgencyId', value ->> 'Day', value ->> 'Version', value ->> 'Sha256', value ->> 'PreviousSha256', unbase64(value ->> 'Content'),
    value ->> 'Closings', value ->> 'Mismatches', value ->> 'Changes', value ->> 'RunId', value ->> 'IssuedAt'
FROM j;
