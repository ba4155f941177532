-- The link is back: what waited for it goes now; what was confirmed keeps waiting for its receipt.
UPDATE Submission SET DueAt = @Now WHERE State = 'Waiting' AND NeedsTimeStamp = 0 AND DueAt > @Now
