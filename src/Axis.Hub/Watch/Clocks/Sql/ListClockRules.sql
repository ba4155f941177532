SELECT * FROM ClockRule ORDER BY SetAt, ClockRuleId;
