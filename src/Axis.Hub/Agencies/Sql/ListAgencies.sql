SELECT
    AgencyId, Code, Code102, NameVi, NameEn, Kind, ParentId, AdapterCode, Active, Pilot, Source, Confidence, ChangedAt, SuspendedSince, SuspendedBy,
    SuspendedReason, OfficeHours
FROM Agency;
