SELECT DeliveryId FROM About WHERE CarrierId = @CarrierId ORDER BY DeliveryId
