SELECT AgencyId, Code, NameVi, NameEn, ParentId, AdapterCode, Pilot, RecordedAt FROM AgencyEvent WHERE RecordedAt < @before ORDER BY RecordedAt, EventId;
