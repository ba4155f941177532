-- From version 1: what lies there was sealed without a time stamp and goes as it is. The schema makes the indexes anew.
ALTER TABLE Submission ADD COLUMN NeedsTimeStamp INTEGER NOT NULL DEFAULT 0;
DROP INDEX SubmissionDue;
DROP INDEX SubmissionOrder;
