SELECT Phase, COUNT(*) AS Count, MIN(ReceivedAt) AS Oldest
FROM Delivery WHERE Phase IN ('Received', 'ContentPending', 'Available', 'Placing')
GROUP BY Phase
