DELETE FROM ReconciliationRefusal WHERE Day < @Before
