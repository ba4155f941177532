SELECT
    x.AgencyId, SUM(x.SendErrors) AS SendErrors, SUM(x.ReceiveErrors) AS ReceiveErrors, SUM(x.Backlog) AS Backlog, SUM(x.NoReply) AS NoReply,
    SUM(x.NotArrived) AS NotArrived, SUM(x.Unanswered) AS Unanswered
FROM (
    SELECT
        d.SenderAgencyId AS AgencyId, CASE WHEN d.Transport = 3 THEN 1 ELSE 0 END AS SendErrors, 0 AS ReceiveErrors, 0 AS Backlog, 0 AS NoReply,
        CASE WHEN d.Transport IN (0, 1) AND d.ArriveDue < @now THEN 1 ELSE 0 END AS NotArrived,
        CASE WHEN d.Transport = 2 AND d.AnswerDue < @now THEN 1 ELSE 0 END AS Unanswered
    FROM dbo.Delivery AS d
    WHERE d.Kind = N'edoc' AND d.SenderAgencyId <> @hub AND d.RestSince IS NULL
    UNION ALL
    SELECT
        d.ReceiverAgencyId, 0, CASE WHEN d.Transport = 3 THEN 1 ELSE 0 END, CASE WHEN d.Transport IN (0, 1) AND d.ArriveDue < @now THEN 1 ELSE 0 END,
        CASE WHEN d.Transport = 2 AND d.AnswerDue < @now THEN 1 ELSE 0 END, 0, 0
    FROM dbo.Delivery AS d
    WHERE d.Kind = N'edoc' AND d.SenderAgencyId <> @hub AND d.RestSince IS NULL
    UNION ALL
    SELECT c.AgencyId, 1, 0, 0, 0, 0, 0
    FROM dbo.RefusalCase AS c
    WHERE c.RestSince IS NULL) AS x
GROUP BY x.AgencyId;
