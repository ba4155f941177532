WITH j AS MATERIALIZED (SELECT value FROM json_each(@rows))
INSERT INTO Audit (
    AuditId, Actor, Action, Subject, Detail, At)
SELECT
    value ->> 'AuditId', value ->> 'Actor', value ->> 'Action', value ->> 'Subject', value ->> 'Detail', value ->> 'At'
FROM j;
