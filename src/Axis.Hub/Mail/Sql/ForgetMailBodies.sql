UPDATE Mail SET PlainText = NULL, Html = NULL WHERE SentAt < @before AND PlainText IS NOT NULL;
