UPDATE Delegation SET RevokedAt = @at, RevokedBy = @by, RevokedReason = @reason
WHERE DelegationId = @delegationId AND RevokedAt IS NULL;
