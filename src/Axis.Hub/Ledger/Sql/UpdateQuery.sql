UPDATE AdapterLink SET QueryNumber = @queryNumber, QuerySentAt = @querySentAt, QueryRepeats = @queryRepeats
WHERE AdapterCode = @adapterCode AND QueryNumber = @readNumber;
