SELECT Agency, PackageSha256 FROM Delivery WHERE DeliveryId = @DeliveryId AND Metadata IS NOT NULL
