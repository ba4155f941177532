SELECT Number, Subject, Sha256, Reason, Actor, AppliedAt FROM CalendarVersion ORDER BY Number;
