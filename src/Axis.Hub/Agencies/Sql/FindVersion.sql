SELECT Version FROM RegistryVersion WHERE Id = 1;
