SELECT At, Action, Subject, Detail FROM Audit WHERE At >= @since AND Actor = 'hub' ORDER BY At DESC LIMIT @limit;
