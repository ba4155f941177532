WITH j AS MATERIALIZED (SELECT value FROM json_each(@rows))
INSERT INTO AgencyEvent (EventId, AgencyId, Code, NameVi, NameEn, ParentId, AdapterCode, Pilot, SuccessorId, SuccessorFrom, RecordedAt)
SELECT
    value ->> 'EventId', value ->> '$.Agency.AgencyId', value ->> '$.Agency.Code', value ->> '$.Agency.NameVi', value ->> '$.Agency.NameEn',
    value ->> '$.Agency.ParentId', value ->> '$.Agency.AdapterCode', value ->> '$.Agency.Pilot',
    value ->> 'SuccessorId', value ->> 'SuccessorFrom', @at
FROM j;
