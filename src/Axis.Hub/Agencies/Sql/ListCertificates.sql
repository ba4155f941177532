SELECT Sha256, AdapterCode, Subject, NotBefore, NotAfter, Withdrawn FROM Certificate;
