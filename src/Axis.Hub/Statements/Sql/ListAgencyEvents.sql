SELECT AgencyId, Code, NameVi, NameEn, ParentId, AdapterCode, Pilot, SuccessorId, SuccessorFrom, RecordedAt FROM AgencyEvent WHERE RecordedAt < @before ORDER BY RecordedAt, EventId;
