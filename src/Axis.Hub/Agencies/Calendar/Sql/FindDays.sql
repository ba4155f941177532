SELECT Days
FROM CalendarVersion
WHERE Number = (SELECT MAX(v.Number) FROM CalendarVersion AS v WHERE v.Number <= @number AND v.Days IS NOT NULL);
