SELECT Entry FROM Agency
