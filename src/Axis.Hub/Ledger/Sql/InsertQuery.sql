INSERT INTO AdapterLink (AdapterCode, QueryNumber, QuerySentAt, QueryRepeats)
VALUES (@adapterCode, @queryNumber, @querySentAt, @queryRepeats);
