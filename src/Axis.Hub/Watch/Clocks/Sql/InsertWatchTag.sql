INSERT INTO WatchTag (WatchTagId, DocumentId, SenderAgencyId, TypeKey, SetBy, Reason, SetAt)
VALUES (@watchTagId, @documentId, @senderAgencyId, @typeKey, @setBy, @reason, @setAt);
