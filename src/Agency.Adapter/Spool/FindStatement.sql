SELECT Agency, Day, Version, Format, Bytes, ReceivedAt FROM Statement
WHERE Agency = @Agency AND Day = @Day AND Format = @Format AND (@Version IS NULL OR Version = @Version)
ORDER BY Version DESC
LIMIT 1
