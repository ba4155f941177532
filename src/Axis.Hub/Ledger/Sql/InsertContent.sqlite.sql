WITH j AS MATERIALIZED (SELECT value FROM json_each(@rows))
INSERT INTO Content (
    Sha256, Bytes, CreatedAt)
SELECT
    value ->> 'Sha256', unbase64(value ->> 'Bytes'), value ->> 'CreatedAt'
FROM j WHERE true
ON CONFLICT (Sha256) DO NOTHING;
