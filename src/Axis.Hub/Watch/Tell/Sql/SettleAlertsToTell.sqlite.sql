UPDATE Alert SET TellAt = NULL
FROM json_each(@rows) AS j
WHERE Alert.AlertId = j.value ->> 'AlertId' AND Alert.Version = j.value ->> 'Version';
