SELECT
    (SELECT COUNT(*) FROM Delivery WHERE Kind = 'edoc' AND SenderAgencyId <> @hub AND RestSince IS NULL)
    + (SELECT COUNT(*) FROM Delivery WHERE Kind = 'edoc' AND SenderAgencyId <> @hub AND RestSince >= @since);
