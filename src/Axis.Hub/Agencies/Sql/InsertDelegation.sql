INSERT INTO Delegation (
    DelegationId, AgencyId, AdapterCode, Types, ValidFrom, ValidTo, Reason, GrantedBy, GrantedAt)
VALUES (@delegationId, @agencyId, @adapterCode, @types, @validFrom, @validTo, @reason, @grantedBy, @grantedAt);
