-- What was shown in part (Placing) stays taken; the agency fetches it and folds by delivery id.
UPDATE Delivery SET Phase = 'Available', DueAt = NULL WHERE DeliveryId = @DeliveryId AND Phase IN ('Available', 'Placing')
