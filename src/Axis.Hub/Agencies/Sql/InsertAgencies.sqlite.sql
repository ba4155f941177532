INSERT INTO Agency (
    AgencyId, Code, Code102, NameVi, NameEn, Kind, ParentId, AdapterCode, Active, Pilot, Source, Confidence, ChangedAt, SuspendedSince, SuspendedBy,
    SuspendedReason, OfficeHours)
SELECT
    value ->> 'AgencyId', value ->> 'Code', value ->> 'Code102', value ->> 'NameVi', value ->> 'NameEn', value ->> 'Kind', value ->> 'ParentId',
    value ->> 'AdapterCode', value ->> 'Active', value ->> 'Pilot', value ->> 'Source', value ->> 'Confidence', value ->> 'ChangedAt',
    value ->> 'SuspendedSince', value ->> 'SuspendedBy', value ->> 'SuspendedReason',
    value ->> 'OfficeHours'
FROM json_each(@rows);
