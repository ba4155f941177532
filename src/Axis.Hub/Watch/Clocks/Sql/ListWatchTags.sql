SELECT * FROM WatchTag ORDER BY SetAt, WatchTagId;
