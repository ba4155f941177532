SELECT COUNT(*) FROM Delivery WHERE Phase IN ('Received', 'ContentPending', 'Available', 'Placing')
