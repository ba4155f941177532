INSERT INTO Statement (Agency, Day, Version, Format, Bytes, ReceivedAt) VALUES (@Agency, @Day, @Version, @Format, @Bytes, @ReceivedAt)
ON CONFLICT DO NOTHING
