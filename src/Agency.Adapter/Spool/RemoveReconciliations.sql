DELETE FROM Reconciliation WHERE Day < @Before
