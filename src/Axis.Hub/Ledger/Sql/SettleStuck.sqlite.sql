-- An item that an operator has handed back is his: it says retried, with his name and reason, when its delivery was sent again.
UPDATE Stuck SET
    Status = CASE WHEN Status = 'retry' AND j.value ->> 'SentAgain' THEN 'retried' ELSE 'closed' END,
    ClosedBy = CASE WHEN Status = 'retry' AND j.value ->> 'SentAgain' THEN ClosedBy ELSE j.value ->> 'By' END,
    ClosedReason = CASE WHEN Status = 'retry' AND j.value ->> 'SentAgain' THEN ClosedReason ELSE j.value ->> 'Reason' END,
    ClosedAt = j.value ->> 'At'
FROM json_each(@rows) AS j
WHERE Stuck.DeliveryId = j.value ->> 'DeliveryId' AND Stuck.Status IN ('open', 'retry');
