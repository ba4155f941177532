INSERT INTO ClockRule (ClockRuleId, AgencyId, Clock, Priority, TypeKey, SteeringType, Watched, WarnPercent, BreachPercent, SetBy, Reason, SetAt)
VALUES (@clockRuleId, @agencyId, @clock, @priority, @typeKey, @steeringType, @watched, @warnPercent, @breachPercent, @setBy, @reason, @setAt);
