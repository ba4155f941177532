UPDATE Agency
SET
    Code102 = j.value ->> 'Code102', NameVi = j.value ->> 'NameVi', NameEn = j.value ->> 'NameEn', Kind = j.value ->> 'Kind',
    ParentId = j.value ->> 'ParentId', AdapterCode = j.value ->> 'AdapterCode', Active = j.value ->> 'Active', Pilot = j.value ->> 'Pilot',
    Source = j.value ->> 'Source', Confidence = j.value ->> 'Confidence', ChangedAt = j.value ->> 'ChangedAt',
    SuspendedSince = j.value ->> 'SuspendedSince', SuspendedBy = j.value ->> 'SuspendedBy', SuspendedReason = j.value ->> 'SuspendedReason',
    OfficeHours = j.value ->> 'OfficeHours'
FROM json_each(@rows) AS j
WHERE Agency.AgencyId = j.value ->> 'AgencyId';
