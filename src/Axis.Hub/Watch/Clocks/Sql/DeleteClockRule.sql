DELETE FROM ClockRule WHERE ClockRuleId = @id;
