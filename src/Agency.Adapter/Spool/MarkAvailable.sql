UPDATE Delivery
SET Phase = 'Available', Agency = @Agency, Cursor = @Cursor, Metadata = @Metadata, DueAt = @DueAt, Tries = 0, WaitsFor = NULL,
    DocumentNumber = @DocumentNumber, DocumentCode = @DocumentCode, DocumentDate = @DocumentDate
WHERE DeliveryId = @DeliveryId AND Attempt = @Attempt AND Phase = 'Received'
