SELECT
    DelegationId, AgencyId, AdapterCode, Types, ValidFrom, ValidTo, Reason, GrantedBy, GrantedAt, RevokedAt, RevokedBy, RevokedReason
FROM Delegation;
