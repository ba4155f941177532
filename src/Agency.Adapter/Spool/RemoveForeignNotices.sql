DELETE FROM AlertNotice WHERE Agency || '/' || Way NOT IN (SELECT value FROM json_each(@Ways))
