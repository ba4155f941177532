-- Nothing where no agency has hours of its own.
SELECT AgencyId, ParentId, OfficeHours
FROM Agency
WHERE EXISTS (SELECT 1 FROM Agency AS h WHERE h.OfficeHours IS NOT NULL);
