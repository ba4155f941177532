INSERT INTO CalendarVersion (Number, Subject, Days, Sha256, Reason, Actor, AppliedAt)
VALUES (@number, @subject, @days, @sha256, @reason, @actor, @appliedAt);
