SELECT * FROM Cancel WHERE Answer IS NULL AND NextSendAt <= @now ORDER BY NextSendAt LIMIT @limit;
