SELECT * FROM AdapterLink ORDER BY AdapterCode;
