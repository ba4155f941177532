DELETE FROM ReconciliationRefusal WHERE Day = @Day
