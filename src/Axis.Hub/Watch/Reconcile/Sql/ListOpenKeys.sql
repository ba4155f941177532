SELECT AdapterCode, Side, SubjectId, Code FROM BookDifference WHERE RestSince IS NULL;
