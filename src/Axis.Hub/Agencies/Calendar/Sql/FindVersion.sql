SELECT COALESCE(MAX(Number), 0) FROM CalendarVersion;
