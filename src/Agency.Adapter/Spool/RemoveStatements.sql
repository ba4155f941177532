DELETE FROM Statement WHERE Day < @Before
