SELECT COUNT(*) FROM Delivery WHERE Kind = 'edoc' AND SenderAgencyId <> @hub AND (RestSince IS NULL OR RestSince >= @since);
