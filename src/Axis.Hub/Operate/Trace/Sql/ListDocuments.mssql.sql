-- Searched without regard to case, though the database compares exactly.
-- One batch accepts many documents at one instant, so a page ends at (time, id).
SELECT
    d.DocumentId, d.AcceptedAt, d.Kind, d.SenderCode, a.NameVi AS SenderName, d.AdapterCode, d.CodeNumber, d.CodeNotation, d.PromulgationDate,
    d.TypeName, d.Subject, d.Priority, d.StatusCode,
    (SELECT COUNT(*) FROM dbo.Delivery AS v WHERE v.DocumentId = d.DocumentId) AS Deliveries,
    (SELECT COUNT(*) FROM dbo.Delivery AS v WHERE v.DocumentId = d.DocumentId AND v.Transport = 2) AS Done,
    (SELECT COUNT(*) FROM dbo.Delivery AS v WHERE v.DocumentId = d.DocumentId AND v.Transport = 3 AND v.VoidAs IS NULL) AS Failed,
    (SELECT COUNT(*) FROM dbo.Delivery AS v WHERE v.DocumentId = d.DocumentId AND v.VoidAs IS NOT NULL) AS Void
FROM (
    SELECT TOP (@limit)
        f.*
    FROM dbo.Document AS f
    WHERE
        f.AcceptedAt <= @before AND (f.AcceptedAt < @before OR f.DocumentId < @last)
        AND (@kind IS NULL OR f.Kind = @kind)
        AND (
            @pattern IS NULL
            OR f.Subject COLLATE Latin1_General_100_CI_AS LIKE @pattern ESCAPE '\'
            OR (f.CodeNumber + '/' + f.CodeNotation) COLLATE Latin1_General_100_CI_AS LIKE @pattern ESCAPE '\'
            OR f.DocumentIdText COLLATE Latin1_General_100_CI_AS LIKE @pattern ESCAPE '\'
            OR f.SenderCode COLLATE Latin1_General_100_CI_AS LIKE @pattern ESCAPE '\'
            OR EXISTS (SELECT 1 FROM dbo.Delivery AS r WHERE r.DocumentId = f.DocumentId AND r.ReceiverCode COLLATE Latin1_General_100_CI_AS LIKE @pattern ESCAPE '\')
            OR f.DocumentId = @id
            OR f.SubmissionId = @id
            OR EXISTS (SELECT 1 FROM dbo.Delivery AS r WHERE r.DocumentId = f.DocumentId AND r.DeliveryId = @id))
    ORDER BY f.AcceptedAt DESC, f.DocumentId DESC) AS d
LEFT JOIN dbo.Agency AS a ON a.AgencyId = d.SenderAgencyId
ORDER BY d.AcceptedAt DESC, d.DocumentId DESC;
