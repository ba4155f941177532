DELETE FROM WatchTag WHERE WatchTagId = @id;
