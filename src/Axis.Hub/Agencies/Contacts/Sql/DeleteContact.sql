DELETE FROM AgencyContact WHERE AgencyId = @agencyId AND AddressKey = @addressKey;
