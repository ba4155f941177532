UPDATE Delivery SET Taken = 1
WHERE DeliveryId = @DeliveryId AND Agency = @Agency AND DestroyedAt IS NULL AND Phase IN ('Available', 'Placing', 'Done', 'Failed')
RETURNING DeliveryId, Kind, PackageSha256, Manifest
